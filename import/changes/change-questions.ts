import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

export interface LoggedChange {
  /** ChangeKind and lists of keys as they are; counts as integers. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The number is the log's own, in the order of the commits: the counter is locked until the change that
 * took a number is there to be seen. The clock of the day is the database's, and may be set back.
 */
export const logChange = question<LoggedChange, { sequence: number }>({
  name: 'import: log a change',
  row: z.object({ sequence: z.number() }),
  ask: ({ properties, counts }) => cypher`
MERGE (log:ChangeLog {key: 'changes'})
SET log.sequence = coalesce(log.sequence, 0) + 1
WITH log, ${parameter('properties', properties)} AS properties, ${parameter('counts', counts)} AS counts
CREATE (c:Change)
SET c = properties, c.sequence = log.sequence, c.at = datetime.realtime(),
  c.created = toInteger(counts.created), c.updated = toInteger(counts.updated),
  c.retracted = toInteger(counts.retracted), c.rejected = toInteger(counts.rejected)
RETURN c.sequence AS sequence`,
});
