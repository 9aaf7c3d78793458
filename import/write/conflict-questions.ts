import { z } from 'zod';
import { conflictKinds } from '../../schema/claims/conflict.ts';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

/** Two statements by id, the smaller first. */
const PairRow = z.object({ from: z.string(), to: z.string() });
export type PairRow = z.infer<typeof PairRow>;

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

export const storedContradictions = question<readonly string[], PairRow>({
  name: 'import: stored contradictions',
  row: PairRow,
  ask: (ids) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (a:Statement {id: id})-[:CONTRADICTS]->(b:Statement)
RETURN a.id AS from, b.id AS to`,
});

export const writeContradictions = question<readonly PairRow[], Nothing>({
  name: 'import: write contradictions',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Statement {id: row.to})
CREATE (a)-[:CONTRADICTS]->(b)`,
});

export const deleteContradictions = question<readonly PairRow[], Nothing>({
  name: 'import: delete contradictions',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (:Statement {id: row.from})-[pair:CONTRADICTS]->(:Statement {id: row.to})
DELETE pair`,
});

/** A conflict with the ids of its statements, in order. */
const ConflictRow = z.object({
  id: z.string(),
  kind: z.enum(conflictKinds),
  name: z.string(),
  statements: z.array(z.string()).readonly(),
});
export type ConflictRow = z.infer<typeof ConflictRow>;

export const storedConflicts = question<readonly string[], ConflictRow>({
  name: 'import: stored conflicts',
  row: ConflictRow,
  ask: (ids) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (c:Conflict {id: id})
RETURN c.id AS id, c.kind AS kind, c.name AS name,
  COLLECT { MATCH (c)-[:BETWEEN]->(s:Statement) RETURN s.id ORDER BY s.id } AS statements`,
});

export const writeConflicts = question<readonly ConflictRow[], Nothing>({
  name: 'import: write conflicts',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MERGE (c:Conflict {id: row.id})
SET c.kind = row.kind, c.name = row.name
WITH c, row
CALL (c, row) {
  OPTIONAL MATCH (c)-[old:BETWEEN]->(s:Statement)
  WHERE NOT s.id IN row.statements
  DELETE old
}
CALL (c, row) {
  UNWIND row.statements AS id
  MATCH (s:Statement {id: id})
  MERGE (c)-[:BETWEEN]->(s)
}`,
});

export const deleteConflicts = question<readonly string[], Nothing>({
  name: 'import: delete conflicts',
  row: Nothing,
  ask: (ids) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (c:Conflict {id: id})
DETACH DELETE c`,
});
