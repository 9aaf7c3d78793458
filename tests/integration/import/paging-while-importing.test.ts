import { expect, it } from 'vitest';
import { graphServer } from '../../support/ask.ts';
import { type Line, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

const company = (key: string): Line => ({
  ...{ kind: 'entity', key, type: 'Company', nameEn: `Name of ${key}`, nameDe: `Name von ${key}` },
});
const keysFrom = (prefix: string) =>
  Array.from({ length: 300 }, (_, i) => `${prefix}-${String(i).padStart(3, '0')}`);

it('pages read while an import runs hold everything that is there all the time, once and in order', async () => {
  const lasting = keysFrom('lasting');
  await graph.importLines(lasting.map(company));
  const { ask } = graphServer({ connection: graph.connection });
  const page = async (paging: string) => {
    const { data } = await ask(
      `{ companies(${paging}) { nodes { key name } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`,
    );
    return data.companies;
  };
  let running = true;
  const importing = (async () => {
    // Before, between and behind what is there.
    for (const prefix of ['early', 'lasting-1', 'late']) {
      await graph.importLines(keysFrom(prefix).map(company));
    }
    running = false;
  })();
  let readWhileImporting = 0;
  for (const [first, next, more] of [
    ['first: 20', 'after', 'hasNextPage'],
    ['last: 20', 'before', 'hasPreviousPage'],
  ] as const) {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      if (running) readWhileImporting += 1;
      const { nodes, pageInfo } = await page(cursor ? `${first}, ${next}: "${cursor}"` : first);
      const keys = nodes.map(({ key }: { key: string }) => key);
      seen.push(...(next === 'after' ? keys : keys.toReversed()));
      if (!pageInfo[more]) break;
      cursor = next === 'after' ? pageInfo.endCursor : pageInfo.startCursor;
    }
    const found = seen.filter((key) => lasting.includes(key));
    expect(found).toEqual(next === 'after' ? lasting : lasting.toReversed());
    expect(new Set(seen).size).toBe(seen.length);
  }
  expect(readWhileImporting).toBeGreaterThan(3);
  await importing;
});
