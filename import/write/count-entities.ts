import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { cypher, parameter, relationTypes } from '../../src/graph/cypher.ts';
import { mentionLinks } from '../../src/graph/mentions.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';

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
