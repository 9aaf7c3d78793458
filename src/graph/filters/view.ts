import { referenceDataset } from '../../../schema/ontology/reference-data.ts';
import { modalities as strongestFirst } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher, parameter, variable } from '../cypher.ts';
import type { View } from '../view.ts';
import { all, not, some } from './logic.ts';

/**
 * What must hold for a relation to be there under the view, judged by what it carries of its
 * statements; nothing, where everything counts. What a dataset gives without a document is there
 * under every view but one that asks for disputes only.
 */
export function relationInView(relation: Cypher, view: View): Cypher[] {
  const conditions = relationConditions(relation, view);
  if (conditions.length === 0) return [];
  const claimed = all(conditions);
  return view.disputed === 'ONLY'
    ? [claimed]
    : [cypher`(${relation}.datasets IS NOT NULL OR ${claimed})`];
}

/** The strongest modality among the statements of the view. */
export function modalityInView(relation: Cypher, view: View): Cypher {
  const supporting = supportConditions(relation, cypher`i`, view);
  if (supporting.length === 0) return cypher`${relation}.modality`;
  return cypher`head([strength IN ${parameter('strengths', strongestFirst)} WHERE any(i IN ${entries(relation)} WHERE ${relation}.statementModalities[i] = strength AND ${all(supporting)})])`;
}

/** The first day on which a statement of the view was certainly out. */
export function firstReportedInView(relation: Cypher, view: View): Cypher {
  const supporting = supportConditions(relation, cypher`i`, view);
  if (supporting.length === 0) return cypher`${relation}.firstReported`;
  return cypher`reduce(first = null, i IN [i IN ${entries(relation)} WHERE ${relation}.statementPublished[i] <> date('9999-12-31') AND ${all(supporting)}] | CASE WHEN first < ${relation}.statementPublished[i] THEN first ELSE ${relation}.statementPublished[i] END)`;
}

function entries(relation: Cypher): Cypher {
  return cypher`range(0, size(${relation}.statementOrigins) - 1)`;
}

function relationConditions(relation: Cypher, view: View): Cypher[] {
  const { knownAt, minIndependentSources: sources, disputed } = view;
  const conditions: Cypher[] = [];
  // Cheap, and decides most relations before any list is read.
  if (knownAt) conditions.push(cypher`${relation}.firstReported <= ${day('knownAt', knownAt)}`);
  if (sources) {
    conditions.push(
      cypher`${relation}.independentSourceCount >= ${parameter('minIndependentSources', sources)}`,
    );
  }
  const supporting = supportConditions(relation, cypher`i`, view);
  if (sources && supporting.length > 0) {
    conditions.push(
      cypher`size(reduce(origins = [], i IN ${entries(relation)} | CASE WHEN ${all(supporting)} AND NOT ${relation}.statementOrigins[i] IN origins THEN origins + ${relation}.statementOrigins[i] ELSE origins END)) >= ${parameter('minIndependentSources', sources)}`,
    );
  } else if (supporting.length > 1 || (supporting.length === 1 && !knownAt)) {
    conditions.push(cypher`any(i IN ${entries(relation)} WHERE ${all(supporting)})`);
  }
  if (disputed === 'ONLY') conditions.push(disputedInView(relation, view));
  if (disputed === 'EXCLUDE') conditions.push(not(disputedInView(relation, view)));
  return conditions;
}

/** Whether a statement of the view denies what a statement of the view says of the relation. */
export function disputedInView(relation: Cypher, view: View): Cypher {
  const denying = entryConditions(relation, 'denial', cypher`j`, view);
  if (denying.length === 0) return cypher`coalesce(${relation}.disputed, false)`;
  const denied = supportConditions(relation, cypher`${relation}.denialOf[j]`, view);
  return cypher`(${relation}.denialOf IS NOT NULL AND any(j IN range(0, size(${relation}.denialOf) - 1) WHERE ${all([...denying, ...denied])}))`;
}

function supportConditions(relation: Cypher, index: Cypher, view: View): Cypher[] {
  return entryConditions(relation, 'statement', index, view);
}

const lists = {
  statement: {
    published: cypher`statementPublished`,
    from: cypher`statementFrom`,
    until: cypher`statementUntil`,
    modalities: cypher`statementModalities`,
    origins: cypher`statementOrigins`,
    publishers: cypher`statementPublishers`,
  },
  denial: {
    published: cypher`denialPublished`,
    from: cypher`denialFrom`,
    until: cypher`denialUntil`,
    modalities: cypher`denialModalities`,
    origins: cypher`denialOrigins`,
    publishers: cypher`denialPublishers`,
  },
} as const;

/** Whether one statement that a relation carries belongs to the view, sources and disputes aside. */
function entryConditions(
  relation: Cypher,
  kind: keyof typeof lists,
  index: Cypher,
  { knownAt, validAt, modalities, publishers }: View,
): Cypher[] {
  const entry = (list: Cypher) => cypher`${relation}.${list}[${index}]`;
  const list = lists[kind];
  const conditions: Cypher[] = [];
  if (knownAt) conditions.push(cypher`${entry(list.published)} <= ${day('knownAt', knownAt)}`);
  if (validAt) {
    conditions.push(
      cypher`${entry(list.from)} <= ${day('validAt', validAt)}`,
      cypher`${entry(list.until)} >= ${day('validAt', validAt)}`,
    );
  }
  if (modalities) {
    conditions.push(
      cypher`${entry(list.modalities)} IN ${parameter('viewModalities', modalities)}`,
    );
  }
  if (publishers) {
    const keys = parameter('viewPublishers', publishers);
    conditions.push(
      some([
        cypher`${entry(list.origins)} IN ${keys}`,
        cypher`${entry(list.publishers)} IN ${keys}`,
      ]),
    );
  }
  return conditions;
}

/** Whether a statement belongs to the view. */
export function statementInView(statement: Cypher, view: View): Cypher {
  const { minIndependentSources: sources, disputed } = view;
  const conditions = aloneInView(statement, view);
  if (sources) {
    const same = variable('statement');
    conditions.push(
      cypher`COUNT { MATCH (${same}:Statement {claimId: ${statement}.claimId}) WHERE ${all(aloneInView(same, view))} RETURN DISTINCT ${same}.origin } >= ${parameter('minIndependentSources', sources)}`,
    );
  }
  if (disputed) {
    const contrary = variable('statement');
    const contradicted = cypher`EXISTS { MATCH (${statement})-[:CONTRADICTS]-(${contrary}:Statement) WHERE ${all(aloneInView(contrary, view))} }`;
    conditions.push(disputed === 'ONLY' ? contradicted : not(contradicted));
  }
  return all(conditions);
}

function aloneInView(
  statement: Cypher,
  { knownAt, validAt, modalities, publishers }: View,
): Cypher[] {
  const conditions: Cypher[] = [];
  if (knownAt) conditions.push(cypher`${statement}.published <= ${day('knownAt', knownAt)}`);
  if (validAt) {
    const on = day('validAt', validAt);
    conditions.push(
      cypher`(${statement}.holdsFrom IS NULL OR ${statement}.holdsFrom <= ${on})`,
      cypher`(${statement}.holdsUntil IS NULL OR ${statement}.holdsUntil >= ${on})`,
    );
  }
  if (modalities) {
    conditions.push(cypher`${statement}.modality IN ${parameter('viewModalities', modalities)}`);
  }
  if (publishers) {
    const keys = parameter('viewPublishers', publishers);
    conditions.push(
      some([cypher`${statement}.origin IN ${keys}`, cypher`${statement}.publisher IN ${keys}`]),
    );
  }
  return conditions;
}

/** Whether an entity is known: a statement of the view mentions it, or it is a reference place. */
export function entityInView(entity: Cypher, view: View): Cypher {
  const mention = variable('statement');
  return cypher`(${entity}:Place AND ${parameter('referenceDataset', referenceDataset)} IN coalesce(${entity}.datasets, []) OR EXISTS { MATCH (${entity})<-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO]-(${mention}:Statement) WHERE ${statementInView(mention, view)} })`;
}

function day(name: string, value: string): Cypher {
  return cypher`date(${parameter(name, value)})`;
}
