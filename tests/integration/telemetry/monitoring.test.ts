import { readFileSync } from 'node:fs';
import { expect, test as it } from 'vitest';
import { parse } from 'yaml';
import { meteredServer } from './support/metered-server.ts';

const textOf = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

/** Names of metrics as they are declared, and as queries may call what histograms are made of. */
async function liveNames() {
  const { url } = await meteredServer();
  const text = await (await fetch(`${url}/metrics`)).text();
  const declared = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({
    ...{ name, type },
  }));
  const asked = declared.flatMap(({ name, type }) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  return { declared: declared.map(({ name }) => name), asked };
}

/** `up` is Prometheus' own. */
function namesIn(expression: string): string[] {
  return expression.match(/\b(claimgraph|nodejs|process)_\w+/g) ?? [];
}

it('docs/operations.md tells of every metric, and of no other', async () => {
  const { declared } = await liveNames();
  const section =
    textOf('docs/operations.md')
      .split('\n## ')
      .find((part) => part.startsWith('Metrics')) ?? '';
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '');
  const told = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(told.sort()).toEqual([...declared].sort());
});

it('the dashboard asks for what there is, in panels that do not overlap', async () => {
  const { asked } = await liveNames();
  const dashboard = JSON.parse(textOf('examples/monitoring/grafana-dashboard.json')) as {
    panels: { id: number; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
  };
  const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const named = expressions.flatMap(namesIn);
  expect(named.length).toBeGreaterThanOrEqual(expressions.length);
  expect(named.filter((name) => !asked.includes(name))).toEqual([]);
  const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
  expect(new Set(places).size).toBe(places.length);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(places.length);
});

it('the alert rules are about what there is, and the scrape configuration loads them', async () => {
  const { asked } = await liveNames();
  const { groups } = parse(textOf('examples/monitoring/alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
  };
  const rules = groups.flatMap(({ rules }) => rules);
  expect(rules.length).toBeGreaterThan(5);
  for (const { alert, expr, annotations } of rules) {
    expect(alert).toMatch(/^Claimgraph\w+$/);
    expect(annotations.summary).not.toBe('');
    expect(namesIn(expr).filter((name) => !asked.includes(name))).toEqual([]);
    expect(expr).toMatch(/\b(up|claimgraph_|nodejs_|process_)/);
  }
  const { rule_files: files } = parse(textOf('examples/monitoring/prometheus.yaml'));
  expect(files).toEqual(['alerts.yaml']);
});
