import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, useEmptyGraph } from '../import/support/empty-graph.ts';
import { exportedText } from './support/exported.ts';

const graph = useEmptyGraph();
const data = fileURLToPath(new URL('../../../import/data', import.meta.url));
const clear = () => graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);

/** Runs a script, as cypher-shell cuts it into statements. */
async function load(script: string): Promise<void> {
  const statements = script.split(/;\n/).filter((text) => text.trim() !== '');
  await graph.client.define(statements.map((text) => ({ text, parameters: {} })));
}

test('the script makes the same graph in an empty database, all that is derived included', async () => {
  await graph.importPath(data);
  await graph.importPath(fixture);
  const before = await graph.content();
  const times = cypher`MATCH (d:Dataset) RETURN toString(d.importedAt) AS row ORDER BY d.key`;
  const importedAt = await graph.values(times);
  const script = await exportedText(graph.client, 'cypher');
  expect(script).toContain('// Dataset xiaomi-expansion: The expansion of Xiaomi · licence MIT\n');
  await clear();
  await load(script);
  expect(await graph.content()).toEqual(before);
  expect(await graph.values(times)).toEqual(importedAt);
  expect(await exportedText(graph.client, 'cypher')).toBe(script);
});

test('no text of the graph gets out of its literal', async () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "' }] AS row MATCH (n) DETACH DELETE n //",
      "\\' \\u0027 }) ; \n// */ /*",
      '`\\u0060` $param {key} \u2028;\n',
      '\\',
      '雷军 „Anführung“ 😀',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  );
  const nameable = hostile.filter((text) => /\S/.test(text));
  await fc.assert(
    fc.asyncProperty(nameable, nameable, nameable, async (title, name, role) => {
      await clear();
      const lines = [
        { kind: 'dataset', key: 'd', title, source: name },
        { kind: 'entity', key: 'a', type: 'Company', nameEn: name, aliases: [role] },
        { kind: 'entity', key: 'b', type: 'Company', nameDe: title },
        { kind: 'relation', type: 'PARTNERS_WITH', from: 'a', to: 'b', role },
      ];
      expect((await graph.importLines(lines)).rejects).toEqual([]);
      const before = await graph.content();
      const script = await exportedText(graph.client, 'cypher');
      await clear();
      await load(script);
      expect(await graph.content()).toEqual(before);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test('a part of the graph loads by itself, and its conflicts have two sides', async () => {
  await graph.importPath(fixture);
  await graph.importPath(data);
  for (const part of [{ dataset: 'acme-rockets' }, { around: 'baic', hops: 2 }]) {
    const script = await exportedText(graph.client, 'cypher', part);
    const before = await graph.content();
    await clear();
    await load(script);
    const left = await graph.content();
    expect(left.length).toBeGreaterThan(20);
    expect(left.filter((row) => !before.includes(row))).toEqual([]);
    const cut = cypher`MATCH (c:Conflict) WHERE COUNT { (c)-[:BETWEEN]->() } < 2 RETURN c.id AS row`;
    expect(await graph.values(cut)).toEqual([]);
    await graph.importPath(fixture);
    await graph.importPath(data);
  }
});

test('a property that no import writes is named instead of written', async () => {
  await graph.importPath(fixture);
  const text = "MATCH (e:Entity {key: 'acme'}) SET e.`my \\\\u0060 note` = 1";
  await graph.client.define([{ text, parameters: {} }]);
  await expect(exportedText(graph.client, 'cypher')).rejects.toThrow('which this graph has no use');
});
