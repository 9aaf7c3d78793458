import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, split } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
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

test('keys that were merged lead on in the graph that the script makes, and are split off there', async () => {
  const client = graph.client;
  await graph.importPath(fixture);
  const company = { kind: 'entity', type: 'Company' };
  const further = ['acme-inc', 'acme-rocketry'].map((key) => ({ ...company, key, nameEn: key }));
  await graph.importLines([{ kind: 'dataset', key: 'register', title: 'Register' }, ...further]);
  const zoo = { kind: 'entity', key: 'zoo', type: 'Place', nameEn: 'Zoo' };
  await graph.importLines([{ kind: 'dataset', key: 'places', title: 'Places' }, zoo]);
  const apart = await graph.content();
  const reason = "it says: 'one'";
  await merge({ ontology, client, into: 'acme-inc', key: 'acme-rocketry', reason });
  await merge({ ontology, client, into: 'acme', key: 'acme-inc', reason });
  const merged = await graph.content();
  const script = await exportedText(client, 'cypher');
  const around = await exportedText(client, 'cypher', { around: 'acme' });
  const others = await exportedText(client, 'cypher', { dataset: 'places' });
  expect([script, around, others].map((text) => text.includes('CREATE (n:Redirect)'))).toEqual([
    true,
    true,
    false,
  ]);

  const leading = cypher`MATCH (r:Redirect)-[:TO*]->(e:Entity) RETURN [r.key, e.key, r.reason] AS row ORDER BY r.key`;
  for (const part of [around, script]) {
    await clear();
    await load(part);
    expect(await graph.values(leading)).toEqual([
      ['acme-inc', 'acme', reason],
      ['acme-rocketry', 'acme', reason],
    ]);
  }
  expect(await graph.content()).toEqual(merged);
  for (const key of ['acme-inc', 'acme-rocketry']) await split({ ontology, client, key });
  expect(await graph.content()).toEqual(apart);
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
