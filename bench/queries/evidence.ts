import { z } from 'zod';
import { Named, reading, type Variation } from './bench-query.ts';
import { q3 } from './q3-nested.ts';

/** What one relation says of itself: modality, counts, and its first two statements. */
const evidence = `modality
  evidence { statementCount documentCount independentSourceCount }
  relation { statements(first: 2) { nodes { modality document { key title } } } }`;

const Statement = z.object({
  modality: z.string(),
  document: z.object({ key: z.string(), title: z.string() }),
});

const edges = <Item extends z.ZodType>(node: Item) => {
  const counts = ['statementCount', 'documentCount', 'independentSourceCount'] as const;
  const edge = z.object({
    ...{ node, modality: z.string() },
    evidence: z.record(z.enum(counts), z.number().min(1)),
    relation: z.object({ statements: z.object({ nodes: z.array(Statement).min(1) }) }),
  });
  return z.object({ edges: z.array(edge) });
};

const Product = Named.extend({ soldIn: edges(Named) });
const Owned = Named.extend({ products: edges(Product) });

export const nestedWithEvidence: Variation = {
  name: 'q3 with evidence',
  title: 'of each relation its modality, counts and first two statements with their documents',
  base: q3.name,
  goal: 0.5,
  // Edges instead of nodes.
  sameAnswer: false,
  pick: q3.pick,
  document: `query ($key: String!) {
  entity(ref: { key: $key }) {
    ... on Company {
      owns(first: 8) { edges { ${evidence} node {
        key name
        products(first: 8) { edges { ${evidence} node {
          key name
          soldIn(first: 7) { edges { ${evidence} node { key name } } }
        } } }
      } } }
    }
  }
}`,
  essence: reading(z.object({ entity: z.object({ owns: edges(Owned) }) }), ({ entity }) => entity),
};
