import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ontology } from '../../schema/ontology/ontology.ts';

const read = (file: string) => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
const style = read('neo4j-browser/claimgraph.grass');
const named = (kind: string) =>
  [...style.matchAll(new RegExp(`^${kind}\\.(\\w+) \\{`, 'gm'))].map(([, name = '']) => name);

it('Neo4j Browser’s style file has a colour of its own for every type of entity', () => {
  const types = Object.keys(ontology.entities);
  expect(named('node')).toEqual(expect.arrayContaining(types));
  const colours = types.map((type) =>
    new RegExp(`^node\\.${type} \\{[^}]*?\\bcolor: (#\\w{6});`, 'm').exec(style)?.at(1),
  );
  expect(colours).not.toContain(undefined);
  expect(new Set(colours).size).toBe(types.length);
});

it('Neo4j Browser’s style file names nothing that the graph has not', () => {
  const model = read('decisions/0002-graph-model.md');
  const labels = named('node').filter((name) => !(name in ontology.entities));
  expect(labels.filter((label) => !model.includes(`(:${label})`))).toEqual([]);
  const unknown = named('relationship').filter((type) => !new RegExp(`[:|]${type}\\b`).test(model));
  expect(unknown).toEqual([]);
});
