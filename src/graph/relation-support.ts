import { z } from 'zod';
import { cypher, parameter } from './cypher.ts';
import { finders } from './finders.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import type { GraphReader } from './reader.ts';
import { readSupport, SupportRow, supportValues } from './rows/support.ts';

export const supportOfRelations = question({
  name: 'support-of-relations',
  row: z.object({ key: z.string(), support: SupportRow }),
  ask: ({ keys }: { keys: readonly string[] }) => cypher`UNWIND ${parameter('keys', keys)} AS key
${finders.relation(cypher`relation`, cypher`key`)}
RETURN key, ${supportValues(cypher`relation`)} AS support`,
  read: ({ key, support }) => ({ key: String(key), support: readSupport(support as unknown[]) }),
});

/** Null where there is no such relation (any more). */
export function loadSupport(
  { client, loaders }: { client: GraphReader; loaders: Loaders },
  relation: string,
): Promise<SupportRow | null> {
  return loaders.batch<SupportRow | null>(
    ['support-of-relations'],
    relation,
    async (keys) => {
      const rows = await client.read(compileQuestion(supportOfRelations, { keys }));
      return new Map(rows.map(({ key, support }) => [key, support]));
    },
    null,
  );
}
