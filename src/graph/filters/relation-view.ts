import { notGiven } from '../../../schema/claims/support.ts';
import { firstDay, lastDay } from '../../../schema/claims/time-window.ts';
import { isEverything, type View } from '../../../schema/claims/view.ts';
import { modalities as strongestFirst } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher, joined, parameter, variable } from '../cypher.ts';
import { all, not, some } from './logic.ts';
import { dayParameter } from './scalars.ts';
import { entityInView } from './view.ts';

/**
 * What must hold for a relation to be there under the view, judged by what it carries of its
 * statements; nothing, where everything counts. What a dataset gives without a document is there as
 * soon as both its ends are known, but under a view that asks for disputes only.
 */
export function relationInView(relation: Cypher, view: View): Cypher[] {
  const conditions = relationConditions(relation, view);
  if (conditions.length === 0) return [];
  const claimed = all(conditions);
  return view.disputed === 'ONLY'
    ? [claimed]
    : [cypher`(${givenInView(relation, view)} OR ${claimed})`];
}

function givenInView(relation: Cypher, { knownAt }: View): Cypher {
  const given = cypher`${relation}.datasets IS NOT NULL`;
  if (!knownAt) return given;
  const end = variable('entity');
  const known = entityInView(end, { knownAt });
  return cypher`${given} AND all(${end} IN [startNode(${relation}), endNode(${relation})] WHERE ${known})`;
}

function relationConditions(relation: Cypher, view: View): Cypher[] {
  const { knownAt, minIndependentSources: sources, disputed } = view;
  const conditions: Cypher[] = [];
  // Cheap, and decides most relations before any list is read.
  if (knownAt)
    conditions.push(cypher`${relation}.firstReported <= ${dayParameter('knownAt', knownAt)}`);
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

/** What stands behind a relation, as expressions. */
export interface Standing {
  /** The strongest. */
  readonly modality: Cypher;
  /** The first day on which a statement was certainly out. */
  readonly firstReported: Cypher;
  /** Its period is null, or has two days, in brackets 0 and 1, either of which may be null. */
  readonly period: Cypher;
}

/** Whether what stands behind a relation under the view meets a condition. */
export function standingInView(
  relation: Cypher,
  view: View,
  condition: (standing: Standing) => Cypher,
): Cypher {
  if (isEverything(view)) {
    return condition({
      modality: cypher`${relation}.modality`,
      firstReported: cypher`${relation}.firstReported`,
      period: cypher`CASE WHEN ${relation}.period IS NOT NULL THEN [${relation}.periodEarliest, ${relation}.periodLatest] END`,
    });
  }
  const published = cypher`${relation}.statementPublished[i]`;
  const seen = condition({
    modality: cypher`head([strength IN ${parameter('strengths', strongestFirst)} WHERE any(i IN counted WHERE ${relation}.statementModalities[i] = strength)])`,
    firstReported: cypher`reduce(first = null, i IN [i IN counted WHERE ${published} <> ${lastDate}] | CASE WHEN first < ${published} THEN first ELSE ${published} END)`,
    period: periodInView(relation, view),
  });
  return cypher`any(counted IN [${counted(relation, view)}] WHERE ${seen})`;
}

/** What the times of the statements and the datasets have in common, else their hull. */
function periodInView(relation: Cypher, view: View): Cypher {
  const windows = [
    cypher`[i IN counted WHERE NOT ${relation}.statementTimes[i] IN ${timeless} | [coalesce(${relation}.statementEarliest, ${relation}.statementFrom)[i], coalesce(${relation}.statementLatest, ${relation}.statementUntil)[i]]]`,
  ];
  const known = [cypher`any(i IN counted WHERE ${relation}.statementTimes[i] <> ${none})`];
  if (view.disputed !== 'ONLY') {
    const periods = cypher`coalesce(${relation}.datasetPeriods, [])`;
    windows.push(
      cypher`[i IN range(0, size(${periods}) - 1) WHERE NOT ${relation}.datasetPeriods[i] IN ${timeless} | [${relation}.datasetEarliest[i], ${relation}.datasetLatest[i]]]`,
    );
    known.push(cypher`any(period IN ${periods} WHERE period <> '')`);
  }
  const common = cypher`reduce(common = [${firstDate}, ${lastDate}], window IN windows | [${larger(cypher`common[0]`, cypher`window[0]`)}, ${smaller(cypher`common[1]`, cypher`window[1]`)}])`;
  const hull = cypher`reduce(hull = [${lastDate}, ${firstDate}], window IN windows | [${smaller(cypher`hull[0]`, cypher`window[0]`)}, ${larger(cypher`hull[1]`, cypher`window[1]`)}])`;
  return cypher`CASE WHEN ${some(known)} THEN head([windows IN [${joined(windows, cypher` + `)}] | head([common IN [${common}] | CASE WHEN common[0] <= common[1] THEN common ELSE ${hull} END])]) END`;
}

const firstDate = cypher`date(${parameter('firstDay', firstDay)})`;
const lastDate = cypher`date(${parameter('lastDay', lastDay)})`;
/** No time, in a list of the statements' times. */
const none = parameter('notGiven', notGiven);
/** Times that restrict nothing. */
const timeless = cypher`['', ${none}, 'XXXX']`;

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
    ? cypher`head([supporting IN [${supporting}] | CASE WHEN size(${originsOf(relation, cypher`supporting`)}) >= ${parameter('minIndependentSources', sources)} THEN supporting ELSE [] END])`
    : supporting;
}

function enoughOrigins(relation: Cypher, view: View, sources: number): Cypher {
  const supporting = cypher`[i IN ${entries(relation)} WHERE ${all(supportConditions(relation, view))}]`;
  return cypher`size(${originsOf(relation, supporting)}) >= ${parameter('minIndependentSources', sources)}`;
}

/** The distinct origins of the statements with these indexes. */
function originsOf(relation: Cypher, indexes: Cypher): Cypher {
  const origin = cypher`${relation}.statementOrigins[i]`;
  return cypher`reduce(origins = [], i IN ${indexes} | CASE WHEN ${origin} IN origins THEN origins ELSE origins + ${origin} END)`;
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
  if (knownAt)
    conditions.push(cypher`${entry(list.published)} <= ${dayParameter('knownAt', knownAt)}`);
  if (validAt) {
    conditions.push(
      cypher`${entry(list.from)} <= ${dayParameter('validAt', validAt)}`,
      cypher`${entry(list.until)} >= ${dayParameter('validAt', validAt)}`,
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
