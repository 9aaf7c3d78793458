import { z } from 'zod';
import { cypher, parameter } from './cypher.ts';
import { question } from './question.ts';

/** The version of what is stored, for a graph that a server has prepared to its end. */
export const storedVersion = question({
  name: 'stored-version',
  row: z.object({ version: z.number() }),
  ask: (_none: null) =>
    cypher`MATCH (graph:GraphVersion {key: 'graph'}) RETURN graph.version AS version`,
});

/** Says that a graph is prepared, once its constraints are made and it is filled. */
export const storeVersion = question({
  name: 'store-version',
  row: z.object({ version: z.number() }),
  ask: ({ version }: { readonly version: number }) => cypher`
MERGE (graph:GraphVersion {key: 'graph'})
ON CREATE SET graph.version = ${parameter('version', version)}
RETURN graph.version AS version`,
});
