import { expect, test } from 'vitest';
import { z } from 'zod';
import { cypher } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import { type Line, useEmptyGraph } from '../integration/import/support/empty-graph.ts';
import { graphServer } from '../support/ask.ts';

const graph = useEmptyGraph();

/** In the second edition every company has another name and description, and a second source. */
function edition(number: 1 | 2): Line[] {
  const documents = ['news', 'wire'].slice(0, number);
  return [
    { kind: 'dataset', key: 'editions', title: 'Editions' },
    { kind: 'entity', key: 'plan', type: 'Plan', nameEn: 'The plan' },
    ...documents.map((key) => ({ kind: 'document', key, title: key, language: 'en' })),
    ...Array.from({ length: 60 }, (_, i): Line[] => [
      {
        ...{ kind: 'entity', key: `c${i}`, type: 'Company', nameEn: `C${i}, edition ${number}` },
        descriptionEn: `As in edition ${number}`,
      },
      ...documents.map((document) => ({
        ...{ kind: 'statement', document, modality: 'FACT' },
        ...{ subject: `c${i}`, predicate: 'PURSUES', object: 'plan' },
      })),
    ]).flat(),
  ];
}

const query = `{
  companies(first: 100) {
    nodes { key name plans { edges { evidence { statementCount } } } }
  }
}`;

const KeyRow = z.object({ key: z.string() });
type KeyRow = z.infer<typeof KeyRow>;

/** Held by whatever writes: whoever gets it stands between two batches. */
const holdLease = question<Record<string, never>, KeyRow>({
  name: 'test: hold the lease',
  row: KeyRow,
  ask: () => cypher`
MERGE (l:ImportLease {key: 'import'})
SET l.asked = true
WITH l WHERE l.asked
RETURN l.key AS key`,
});

/** Of two editions at once, or with a relation that tells of more or fewer statements than there are. */
const halfMade = question<Record<string, never>, KeyRow>({
  name: 'test: half-made companies',
  row: KeyRow,
  ask: () => cypher`
MATCH (c:Company)
OPTIONAL MATCH (c)-[r:PURSUES]->(:Plan)
OPTIONAL MATCH (s:Statement {relationId: r.id})
WITH c, r, count(s) AS found
WHERE split(c.name, ', ')[1] <> replace(c.description, 'As in ', '') OR coalesce(r.statementCount, 0) <> found
RETURN c.key AS key`,
});

interface Company {
  readonly name: string;
  readonly plans: {
    readonly edges: readonly { readonly evidence: { readonly statementCount: number } }[];
  };
}

test('whoever reads while imports change everything gets no error, and finds nothing half-made between two batches', async () => {
  const { ask } = graphServer({ connection: graph.connection });
  let importing = true;
  const imports = (async () => {
    for (const number of [1, 2, 1, 2] as const) {
      expect(await graph.importLines(edition(number))).toMatchObject({ rejected: 0 });
    }
  })().finally(() => {
    importing = false;
  });
  const seen = new Set<string>();
  while (importing) {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    const companies: Company[] = data.companies.nodes;
    for (const { name, plans } of companies) {
      seen.add(name.replace(/^.*, /, ''));
      for (const { evidence } of plans.edges) expect(evidence.statementCount).toBeGreaterThan(0);
    }
    const broken = await graph.client.write(async (run) => {
      const held = await run(compileQuestion(holdLease, {}));
      return held.length > 0 ? run(compileQuestion(halfMade, {})) : [];
    });
    expect(broken).toEqual([]);
  }
  await imports;
  expect([...seen].sort()).toEqual(['edition 1', 'edition 2']);

  // What is half-made would have been seen.
  const breaking = [
    "MATCH (c:Company {key: 'c1'}) SET c.description = 'As in edition 1'",
    "MATCH (:Company {key: 'c2'})-[r:PURSUES]->() SET r.statementCount = 1",
  ];
  await graph.client.define(breaking.map((text) => ({ text, parameters: {} })));
  const found = await graph.client.read(compileQuestion(halfMade, {}));
  expect(found.map(({ key }) => key).sort()).toEqual(['c1', 'c2']);
});
