import { z } from 'zod';
import type { GraphClient } from '../../../src/graph/client.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../../src/graph/question.ts';

const CountRow = z.object({ count: z.number() });
const KeyRow = z.object({ key: z.string(), copies: z.number() });

const count = question<Record<string, never>, z.infer<typeof CountRow>>({
  name: 'test: nodes that imports have written',
  row: CountRow,
  ask: () => cypher`
MATCH (n:Entity|Statement)
RETURN count(n) AS count`,
});

const copies = question<Record<string, never>, z.infer<typeof KeyRow>>({
  name: 'test: entities by key',
  row: KeyRow,
  // Without an index, which the constraint against copies would be.
  ask: () => cypher`
MATCH (n:Entity)
RETURN n.key AS key, count(*) AS copies`,
});

/** Entities and statements so far. */
export async function nodesWritten(client: GraphClient): Promise<number> {
  const [row] = await client.read(compileQuestion(count, {}));
  return row?.count ?? 0;
}

/** How many entities there are of each key. */
export async function keysWithCopies(client: GraphClient): Promise<Record<string, number>> {
  const rows = await client.read(compileQuestion(copies, {}));
  return Object.fromEntries(rows.map(({ key, copies }) => [key, copies]));
}
