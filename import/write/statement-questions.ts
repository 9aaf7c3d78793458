import { z } from 'zod';
import { type Cypher, cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';
import { asDates, asIntegers, present } from '../../src/graph/stored-values.ts';

/** A statement as it lies in the graph, or as it is to lie there. Entities and document by key. */
export const StatementState = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.unknown()),
  document: z.string(),
  subject: z.string(),
  object: z.string().nullable(),
  place: z.string().nullable(),
  comparedTo: z.string().nullable(),
  attributedTo: z.array(z.string()),
  origin: z.string().nullable(),
});
export type StatementState = z.infer<typeof StatementState>;

export const statementDates = [
  ...(['valueTimeEarliest', 'valueTimeLatest', 'timeEarliest', 'timeLatest'] as const),
  ...(['saidAtEarliest', 'saidAtLatest', 'published', 'holdsFrom', 'holdsUntil'] as const),
] as const;

const state = cypher`s.id AS id,
  s {.*, valueTimeEarliest: toString(s.valueTimeEarliest), valueTimeLatest: toString(s.valueTimeLatest), timeEarliest: toString(s.timeEarliest), timeLatest: toString(s.timeLatest), saidAtEarliest: toString(s.saidAtEarliest), saidAtLatest: toString(s.saidAtLatest), published: toString(s.published), holdsFrom: toString(s.holdsFrom), holdsUntil: toString(s.holdsUntil)} AS properties,
  [(s)-[:IN_DOCUMENT]->(document) | document.key][0] AS document,
  [(s)-[:SUBJECT]->(entity) | entity.key][0] AS subject,
  [(s)-[:OBJECT]->(entity) | entity.key][0] AS object,
  [(s)-[:PLACE]->(entity) | entity.key][0] AS place,
  [(s)-[:COMPARED_TO]->(entity) | entity.key][0] AS comparedTo,
  [(s)-[:ATTRIBUTED_TO]->(entity) | entity.key] AS attributedTo,
  [(s)-[:ORIGIN]->(entity) | entity.key][0] AS origin`;

export const statementsOfIds = stated('of ids', (ids: readonly string[]) => {
  return cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement {id: id})`;
});

export const statementsAffirming = stated('affirming relations', (ids: readonly string[]) => {
  return cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement)
USING INDEX s:Statement(relationId)
WHERE s.relationId = id`;
});

export const statementsDenying = stated('denying relations', (ids: readonly string[]) => {
  return cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement)
USING INDEX s:Statement(deniedRelationId)
WHERE s.deniedRelationId = id`;
});

/** An entity and an attribute. */
export interface AttributeGroup {
  readonly subject: string;
  readonly predicate: string;
}

export const statementsOfGroups = stated('of attributes', (groups: readonly AttributeGroup[]) => {
  return cypher`
UNWIND ${parameter('groups', groups)} AS wanted
MATCH (:Entity {key: wanted.subject})<-[:SUBJECT]-(s:Statement)
WHERE s.predicate = wanted.predicate`;
});

function stated<Arguments>(which: string, match: (args: Arguments) => Cypher) {
  return question<Arguments, StatementState>({
    name: `import: statements ${which}`,
    row: StatementState,
    ask: (args) => cypher`${match(args)}
RETURN ${state}`,
  });
}

export interface StatementWriteRow extends StatementState {
  readonly dates: Readonly<Record<string, unknown>>;
  readonly passageStart: unknown;
  readonly passageEnd: unknown;
}

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

const linked = cypher`
CALL (s, row) { MATCH (entity:Entity {key: row.subject}) CREATE (s)-[:SUBJECT]->(entity) }
CALL (s, row) { MATCH (entity:Entity {key: row.object}) CREATE (s)-[:OBJECT]->(entity) }
CALL (s, row) { MATCH (entity:Entity {key: row.place}) CREATE (s)-[:PLACE]->(entity) }
CALL (s, row) { MATCH (entity:Entity {key: row.comparedTo}) CREATE (s)-[:COMPARED_TO]->(entity) }
CALL (s, row) { MATCH (entity:Entity {key: row.origin}) CREATE (s)-[:ORIGIN]->(entity) }
CALL (s, row) {
  UNWIND row.attributedTo AS speaker
  MATCH (entity:Entity {key: speaker})
  CREATE (s)-[:ATTRIBUTED_TO]->(entity)
}`;

/** Writes statements that are not there, with all that they are linked to. */
export const createStatements = question<readonly StatementWriteRow[], Nothing>({
  name: 'import: create statements',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows.map(written))} AS row
MATCH (document:Document {key: row.document})
CREATE (s:Statement)-[:IN_DOCUMENT]->(document)
SET s = row.properties, s.disputed = false
WITH s, row${linked}`,
});

/** Writes statements that are there anew. What was judged of them stays until it is judged again. */
export const updateStatements = question<readonly StatementWriteRow[], Nothing>({
  name: 'import: update statements',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows.map(written))} AS row
MATCH (s:Statement {id: row.id})
CALL (s) {
  MATCH (s)-[old:IN_DOCUMENT|SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO|ORIGIN]->()
  DELETE old
}
WITH s, row, s.disputed AS disputed
SET s = row.properties, s.disputed = disputed
WITH s, row
CALL (s, row) { MATCH (document:Document {key: row.document}) CREATE (s)-[:IN_DOCUMENT]->(document) }${linked}`,
});

/** All properties but the judgement, beside the keys of what it is linked to. */
function written({ properties, dates, passageStart, passageEnd, ...row }: StatementWriteRow) {
  const integers = asIntegers({ passageStart, passageEnd });
  return { ...row, properties: { ...present(properties), ...integers, ...asDates(dates) } };
}

export const deleteStatements = question<readonly string[], Nothing>({
  name: 'import: delete statements',
  row: Nothing,
  ask: (ids) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement {id: id})
DETACH DELETE s`,
});

export interface DisputeRow {
  readonly id: string;
  readonly disputed: boolean;
}

export const writeDisputes = question<readonly DisputeRow[], Nothing>({
  name: 'import: write disputes',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (s:Statement {id: row.id})
SET s.disputed = row.disputed`,
});
