import { isEverything, type View } from '../../../schema/claims/view.ts';
import { referenceDataset } from '../../../schema/ontology/reference-data.ts';
import { type Cypher, cypher, parameter } from '../cypher.ts';
import { all, not } from './logic.ts';

/** Whether a statement belongs to the view. */
export function statementInView(statement: Cypher, view: View): Cypher {
  const alone = aloneInView(statement, view);
  if (view.minIndependentSources) {
    const backed = backedInView(statement, null, view, view.minIndependentSources);
    return all([...alone, cypher`EXISTS {${backed}\n    RETURN origins }`]);
  }
  if (!view.disputed) return all(alone);
  const disputed = disputedInView(statement, view);
  return all([...alone, view.disputed === 'ONLY' ? disputed : not(disputed)]);
}

/** Whether a statement of the view contradicts this one. */
export function disputedInView(statement: Cypher, view: View): Cypher {
  const contrary = aloneInView(cypher`contrary`, view);
  if (contrary.length === 0) return cypher`coalesce(${statement}.disputed, false)`;
  return cypher`EXISTS { MATCH (${statement})-[:CONTRADICTS]-(contrary:Statement) WHERE ${all(contrary)} }`;
}

/**
 * Whether it meets the conditions that do not depend on other statements. No condition is a
 * disjunction: the database plans each side of those by itself.
 */
function aloneInView(
  statement: Cypher,
  { knownAt, validAt, modalities, publishers }: View,
): Cypher[] {
  const conditions: Cypher[] = [];
  if (knownAt) conditions.push(cypher`${statement}.published <= ${day('knownAt', knownAt)}`);
  if (validAt) {
    const on = day('validAt', validAt);
    conditions.push(
      cypher`coalesce(${statement}.holdsFrom, ${on}) <= ${on}`,
      cypher`coalesce(${statement}.holdsUntil, ${on}) >= ${on}`,
    );
  }
  if (modalities) {
    conditions.push(cypher`${statement}.modality IN ${parameter('viewModalities', modalities)}`);
  }
  if (publishers) {
    conditions.push(
      cypher`any(outlet IN [${statement}.origin, ${statement}.publisher] WHERE outlet IN ${parameter('viewPublishers', publishers)})`,
    );
  }
  return conditions;
}

/** Whether an entity is known: a statement of the view mentions it, or it is a reference place. */
export function entityInView(entity: Cypher, view: View): Cypher {
  const { knownAt, ...further } = view;
  // Cheap, and decides it where nothing else is asked.
  const reported = knownAt ? [cypher`${entity}.firstReported <= ${day('knownAt', knownAt)}`] : [];
  const known = all([
    ...reported,
    ...(isEverything(further) ? [] : [mentionedInView(entity, view)]),
  ]);
  return cypher`(${entity}:Place AND ${parameter('referenceDataset', referenceDataset)} IN coalesce(${entity}.datasets, []) OR ${known})`;
}

function mentionedInView(entity: Cypher, view: View): Cypher {
  const mention = cypher`mention`;
  return cypher`EXISTS {
    MATCH (${entity})<-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO]-(mention:Statement) WHERE ${all(aloneInView(mention, view))}${furtherInView(mention, mention, view)}
    RETURN mention }`;
}

/** Whether two statements of a conflict that contradict each other belong to the view. */
export function conflictInView(conflict: Cypher, view: View): Cypher {
  const one = cypher`one`;
  return bothInView(cypher`(${conflict})-[:BETWEEN]->(one:Statement)`, one, view);
}

/** Whether a statement and one that contradicts it belong to the view. */
export function contradictionInView(statement: Cypher, view: View): Cypher {
  return bothInView(cypher`(${statement})`, statement, view);
}

function bothInView(pattern: Cypher, one: Cypher, view: View): Cypher {
  const other = cypher`contradicting`;
  return cypher`EXISTS {
    MATCH ${pattern}-[:CONTRADICTS]-(contradicting:Statement) WHERE ${all([...aloneInView(one, view), ...aloneInView(other, view)])}${furtherInView(one, cypher`${one}, contradicting`, view)}${furtherInView(other, other, view)}
    RETURN contradicting }`;
}

/**
 * What leaves of a matched statement, if it meets the conditions that concern it alone, those that
 * meet the others: one clause after the other, because predicates with subqueries inside each other
 * take seconds to plan. `carried` are the variables to go on with.
 */
function furtherInView(statement: Cypher, carried: Cypher, view: View): Cypher {
  return view.minIndependentSources
    ? backedInView(statement, carried, view, view.minIndependentSources)
    : judgedByDisputes(statement, carried, view);
}

/** Leaves a statement that is itself among those that so many origins stand behind. */
function backedInView(
  statement: Cypher,
  carried: Cypher | null,
  view: View,
  sources: number,
): Cypher {
  const same = cypher`same`;
  const before = carried ? cypher`${carried}, ` : cypher``;
  return cypher`
    MATCH (same:Statement {claimId: ${statement}.claimId}) WHERE ${all(aloneInView(same, view))}${judgedByDisputes(same, cypher`${before}same`, view)}
    WITH ${before}count(DISTINCT same.origin) AS origins, count(CASE WHEN same = ${statement} THEN 1 END) AS itself
    WHERE itself > 0 AND origins >= ${parameter('minIndependentSources', sources)}`;
}

function judgedByDisputes(statement: Cypher, carried: Cypher, view: View): Cypher {
  if (!view.disputed) return cypher``;
  const asked = view.disputed === 'ONLY' ? cypher`contraries > 0` : cypher`contraries = 0`;
  return cypher`
    OPTIONAL MATCH (${statement})-[:CONTRADICTS]-(contrary:Statement) WHERE ${all(aloneInView(cypher`contrary`, view))}
    WITH ${carried}, count(contrary) AS contraries WHERE ${asked}`;
}

function day(name: string, value: string): Cypher {
  return cypher`date(${parameter(name, value)})`;
}
