import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { cypher, parameter, relationTypes } from '../../src/graph/cypher.ts';
import { mentionLinks } from '../../src/graph/mentions.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import { asDates, asIntegers, type StoredValues } from '../../src/graph/stored-values.ts';
import type { MentionChange } from './mention-changes.ts';

const countMentions = question<
  { readonly ontology: Ontology; readonly keys: readonly string[] },
  Record<string, never>
>({
  name: 'import: count what mentions entities',
  row: z.record(z.string(), z.never()),
  ask: ({ ontology, keys }) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
CALL (e) {
  OPTIONAL MATCH (e)<-[:${mentionLinks}]-(s:Statement)
  RETURN count(DISTINCT s) AS statements, min(s.published) AS first, max(s.published) AS last
}
WITH e, statements, first, last,
  COUNT { (e)-[:${relationTypes(ontology, Object.keys(ontology.relations))}]-() } AS relations
SET e.relationCount = relations, e.statementCount = statements,
  e.firstReported = first, e.lastReported = last`,
});

/** Brings the counters of entities to what the graph holds in this transaction. */
export async function countEntities(run: Run, keys: Iterable<string>, ontology: Ontology) {
  const ordered = [...new Set(keys)].sort();
  if (ordered.length > 0) await run(compileQuestion(countMentions, { ontology, keys: ordered }));
}

const addMentions = question<readonly StoredValues[], Record<string, never>>({
  name: 'import: add to what mentions entities',
  row: z.record(z.string(), z.never()),
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (e:Entity {key: row.key})
SET e.relationCount = e.relationCount + row.relations,
  e.statementCount = e.statementCount + row.statements,
  e.firstReported = CASE WHEN row.first >= e.firstReported THEN e.firstReported ELSE coalesce(row.first, e.firstReported) END,
  e.lastReported = CASE WHEN row.last <= e.lastReported THEN e.lastReported ELSE coalesce(row.last, e.lastReported) END`,
});

/**
 * The same for entities of which it is known what has come. To count all that mentions a hub whenever
 * something is said of it takes longer the more is said of it already.
 */
export async function addToCounts(
  run: Run,
  changes: ReadonlyMap<string, MentionChange>,
): Promise<void> {
  const ordered = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = ordered.map(([key, { statements, relations, first, last }]) => ({
    ...{ key, ...asIntegers({ statements, relations }), ...asDates({ first, last }) },
  }));
  if (rows.length > 0) await run(compileQuestion(addMentions, rows));
}
