import { isEverything, type View } from '../../../schema/claims/view.ts';
import { referenceDataset } from '../../../schema/ontology/reference-data.ts';
import { modalities as strongestFirst } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher, joined, parameter, variable } from '../cypher.ts';
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
    : [cypher`CASE WHEN ${relation}.datasets IS NOT NULL THEN true ELSE ${claimed} END`];
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
  if (disputed === 'ONLY') conditions.push(cypher`${relation}.disputed`);
  const supporting = supportConditions(relation, view);
  const said = supporting.length === 0 || (supporting.length === 1 && knownAt);
  if (sources && supporting.length > 0) conditions.push(enoughOrigins(relation, view, sources));
  else if (!said) conditions.push(cypher`any(i IN ${entries(relation)} WHERE ${all(supporting)})`);
  return conditions;
}

/** The strongest modality among the statements of the view. */
export function modalityInView(relation: Cypher, view: View): Cypher {
  if (isEverything(view)) return cypher`${relation}.modality`;
  return cypher`head([strength IN ${parameter('strengths', strongestFirst)} WHERE any(i IN ${counted(relation, view)} WHERE ${relation}.statementModalities[i] = strength)])`;
}

/** The first day on which a statement of the view was certainly out. */
export function firstReportedInView(relation: Cypher, view: View): Cypher {
  if (isEverything(view)) return cypher`${relation}.firstReported`;
  return cypher`reduce(first = null, i IN [i IN ${counted(relation, view)} WHERE ${relation}.statementPublished[i] <> ${lastDate}] | CASE WHEN first < ${relation}.statementPublished[i] THEN first ELSE ${relation}.statementPublished[i] END)`;
}

/**
 * Whether the time that the statements of the view and the datasets give meets a condition: what they
 * have in common, else their hull, as `combinedWindow` has it. `condition` reads `period[0]` to
 * `period[1]`, days without nulls.
 */
export function periodInView(relation: Cypher, view: View, condition: Cypher): Cypher {
  const statements = counted(relation, view);
  const windows = [
    cypher`[i IN ${statements} WHERE NOT ${relation}.statementTimes[i] IN ${timeless} | [coalesce(${relation}.statementEarliest, ${relation}.statementFrom)[i], coalesce(${relation}.statementLatest, ${relation}.statementUntil)[i]]]`,
  ];
  const known = [cypher`any(i IN ${statements} WHERE ${relation}.statementTimes[i] <> '')`];
  if (view.disputed !== 'ONLY') {
    const periods = cypher`coalesce(${relation}.datasetPeriods, [])`;
    windows.push(
      cypher`[i IN range(0, size(${periods}) - 1) WHERE NOT ${relation}.datasetPeriods[i] IN ${timeless} | [${relation}.datasetEarliest[i], ${relation}.datasetLatest[i]]]`,
    );
    known.push(cypher`any(period IN ${periods} WHERE period <> '')`);
  }
  return all([
    some(known),
    cypher`any(windows IN [${joined(windows, cypher` + `)}] WHERE any(common IN [reduce(common = [${firstDate}, ${lastDate}], window IN windows | [${larger(cypher`common[0]`, cypher`window[0]`)}, ${smaller(cypher`common[1]`, cypher`window[1]`)}])] WHERE any(period IN [CASE WHEN common[0] <= common[1] THEN common ELSE reduce(hull = [${lastDate}, ${firstDate}], window IN windows | [${smaller(cypher`hull[0]`, cypher`window[0]`)}, ${larger(cypher`hull[1]`, cypher`window[1]`)}]) END] WHERE ${condition})))`,
  ]);
}

const firstDate = cypher`date('0001-01-01')`;
const lastDate = cypher`date('9999-12-31')`;
const timeless = cypher`['', 'XXXX']`;

function smaller(a: Cypher, b: Cypher): Cypher {
  return cypher`CASE WHEN ${a} < ${b} THEN ${a} ELSE ${b} END`;
}

function larger(a: Cypher, b: Cypher): Cypher {
  return cypher`CASE WHEN ${a} > ${b} THEN ${a} ELSE ${b} END`;
}

/** Indexes of the statements that a relation carries. */
function entries(relation: Cypher): Cypher {
  return cypher`range(0, size(coalesce(${relation}.statementOrigins, [])) - 1)`;
}

/** Indexes of those that belong to the view. */
function counted(relation: Cypher, view: View): Cypher {
  const { minIndependentSources: sources } = view;
  const conditions = supportConditions(relation, view);
  const supporting =
    conditions.length === 0
      ? entries(relation)
      : cypher`[i IN ${entries(relation)} WHERE ${all(conditions)}]`;
  return sources
    ? cypher`CASE WHEN ${enoughOrigins(relation, view, sources)} THEN ${supporting} ELSE [] END`
    : supporting;
}

function enoughOrigins(relation: Cypher, view: View, sources: number): Cypher {
  const origin = cypher`${relation}.statementOrigins[i]`;
  const isNew = all([...supportConditions(relation, view), cypher`NOT ${origin} IN origins`]);
  return cypher`size(reduce(origins = [], i IN ${entries(relation)} | CASE WHEN ${isNew} THEN origins + ${origin} ELSE origins END)) >= ${parameter('minIndependentSources', sources)}`;
}

/** Whether the statement at `i` belongs to the view, the number of its sources aside. */
function supportConditions(relation: Cypher, view: View): Cypher[] {
  const alone = entryConditions(relation, 'statement', cypher`i`, view);
  if (!view.disputed) return alone;
  const denying = all([
    cypher`${relation}.denialOf[j] = i`,
    ...entryConditions(relation, 'denial', cypher`j`, view),
  ]);
  const denied = cypher`any(j IN range(0, size(coalesce(${relation}.denialOf, [])) - 1) WHERE ${denying})`;
  return [...alone, view.disputed === 'ONLY' ? denied : not(denied)];
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
      cypher`any(outlet IN [${entry(list.origins)}, ${entry(list.publishers)}] WHERE outlet IN ${keys})`,
    );
  }
  return conditions;
}

/** Whether a statement belongs to the view. */
export function statementInView(statement: Cypher, view: View): Cypher {
  const { minIndependentSources: sources } = view;
  const conditions = standingInView(statement, view);
  if (sources) {
    const same = variable('statement');
    conditions.push(
      cypher`size(reduce(origins = [], ${same} IN COLLECT { MATCH (${same}:Statement {claimId: ${statement}.claimId}) RETURN ${same} } | CASE WHEN ${all([...standingInView(same, view), cypher`NOT ${same}.origin IN origins`])} THEN origins + ${same}.origin ELSE origins END)) >= ${parameter('minIndependentSources', sources)}`,
    );
  }
  return all(conditions);
}

/** The number of its sources aside. */
function standingInView(statement: Cypher, view: View): Cypher[] {
  const alone = aloneInView(statement, view);
  if (!view.disputed) return alone;
  const contrary = variable('statement');
  // A list, because the planner weighs the conditions of a subquery anew wherever it may stand.
  const contradicted = cypher`any(${contrary} IN [(${statement})-[:CONTRADICTS]-(${contrary}:Statement) | ${contrary}] WHERE ${all(aloneInView(contrary, view))})`;
  return [...alone, view.disputed === 'ONLY' ? contradicted : not(contradicted)];
}

/**
 * Whether it meets the conditions that do not depend on other statements. Without OR: the planner
 * weighs every combination of those, which took minutes where three of them met in two subqueries.
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
      cypher`coalesce(${statement}.holdsFrom, ${firstDate}) <= ${on}`,
      cypher`coalesce(${statement}.holdsUntil, ${lastDate}) >= ${on}`,
    );
  }
  if (modalities) {
    conditions.push(cypher`${statement}.modality IN ${parameter('viewModalities', modalities)}`);
  }
  if (publishers) {
    const keys = parameter('viewPublishers', publishers);
    conditions.push(
      cypher`any(outlet IN [${statement}.origin, ${statement}.publisher] WHERE outlet IN ${keys})`,
    );
  }
  return conditions;
}

/** Whether an entity is known: a statement of the view mentions it, or it is a reference place. */
export function entityInView(entity: Cypher, view: View): Cypher {
  const { knownAt, ...further } = view;
  const mention = variable('statement');
  const mentioned = cypher`EXISTS { MATCH (${entity})<-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO]-(${mention}:Statement) WHERE ${statementInView(mention, view)} }`;
  // Cheap, and decides it where nothing else is asked.
  const reported = knownAt ? [cypher`${entity}.firstReported <= ${day('knownAt', knownAt)}`] : [];
  const known = all([...reported, ...(isEverything(further) ? [] : [mentioned])]);
  return cypher`CASE WHEN ${entity}:Place AND ${parameter('referenceDataset', referenceDataset)} IN coalesce(${entity}.datasets, []) THEN true ELSE ${known} END`;
}

function day(name: string, value: string): Cypher {
  return cypher`date(${parameter(name, value)})`;
}
