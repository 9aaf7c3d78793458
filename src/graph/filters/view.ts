import { isEverything, type View } from '../../../schema/claims/view.ts';
import { referenceDataset } from '../../../schema/ontology/reference-data.ts';
import { type Cypher, cypher, parameter, variable } from '../cypher.ts';
import { mentionLinks } from '../mentions.ts';
import { all, not } from './logic.ts';
import { dayParameter } from './scalars.ts';

/**
 * Whether a statement belongs to the view. What depends on other statements is judged on lists: a
 * subquery that counts may not stand inside one that collects, and the planner weighs the conditions of
 * a subquery anew wherever it may stand.
 */
export function statementInView(statement: Cypher, view: View): Cypher {
  return all([...countedInView(statement, view), ...backedInView(statement, view)]);
}

/**
 * Whether a statement is judged by itself. Where others have to be looked at, in several lists inside
 * each other, one statement of Cypher for all of them takes longer to plan than several to run.
 */
export function judgesEachAlone({ minIndependentSources, disputed }: View): boolean {
  return minIndependentSources === undefined && disputed === undefined;
}

/** The number of its sources aside. */
function countedInView(statement: Cypher, view: View): Cypher[] {
  const alone = aloneInView(statement, view);
  if (!view.disputed) return alone;
  const disputed = disputedInView(statement, view);
  return [...alone, view.disputed === 'ONLY' ? disputed : not(disputed)];
}

/** Whether so many origins stand behind what a statement says. */
function backedInView(statement: Cypher, view: View): Cypher[] {
  const { minIndependentSources: sources } = view;
  if (!sources) return [];
  const same = variable('statement');
  const isNew = all([...countedInView(same, view), cypher`NOT ${same}.origin IN origins`]);
  const origins = cypher`reduce(origins = [], ${same} IN COLLECT { MATCH (${same}:Statement {claimId: ${statement}.claimId}) RETURN ${same} } | CASE WHEN ${isNew} THEN origins + ${same}.origin ELSE origins END)`;
  return [cypher`size(${origins}) >= ${parameter('minIndependentSources', sources)}`];
}

/** Whether a statement of the view contradicts this one. */
export function disputedInView(statement: Cypher, view: View): Cypher {
  const contrary = variable('statement');
  const conditions = aloneInView(contrary, view);
  if (conditions.length === 0) return cypher`coalesce(${statement}.disputed, false)`;
  return cypher`any(${contrary} IN [(${statement})-[:CONTRADICTS]-(${contrary}:Statement) | ${contrary}] WHERE ${all(conditions)})`;
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
  if (knownAt)
    conditions.push(cypher`${statement}.published <= ${dayParameter('knownAt', knownAt)}`);
  if (validAt) {
    const on = dayParameter('validAt', validAt);
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
  const reported = knownAt
    ? [cypher`${entity}.firstReported <= ${dayParameter('knownAt', knownAt)}`]
    : [];
  const known = all([
    ...reported,
    ...(isEverything(further) ? [] : [mentionedInView(entity, view)]),
  ]);
  return cypher`(${entity}:Place AND ${parameter('referenceDataset', referenceDataset)} IN coalesce(${entity}.datasets, []) OR ${known})`;
}

function mentionedInView(entity: Cypher, view: View): Cypher {
  const mention = variable('statement');
  return cypher`EXISTS { MATCH (${entity})<-[:${mentionLinks}]-(${mention}:Statement) WHERE ${statementInView(mention, view)} }`;
}

/** Whether two statements of a conflict that contradict each other belong to the view. */
export function conflictInView(conflict: Cypher, view: View): Cypher {
  const one = variable('statement');
  return bothInView(cypher`(${conflict})-[:BETWEEN]->(${one}:Statement)`, one, view);
}

/** Whether a statement and one that contradicts it belong to the view. */
export function contradictionInView(statement: Cypher, view: View): Cypher {
  return bothInView(cypher`(${statement})`, statement, view);
}

function bothInView(pattern: Cypher, one: Cypher, view: View): Cypher {
  const other = variable('statement');
  return cypher`EXISTS { MATCH ${pattern}-[:CONTRADICTS]-(${other}:Statement) WHERE ${all([statementInView(one, view), statementInView(other, view)])} }`;
}
