import { contradictingPairs, type Pair } from '../../schema/claims/contradicting-pairs.ts';
import { knownTimeWindow } from '../../schema/claims/known-time-window.ts';
import { periodBounds } from '../../schema/claims/period-bounds.ts';
import { summarizeRelation } from '../../schema/claims/relation-summary.ts';
import { type PublishedClaim, supportOf } from '../../schema/claims/support.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { fold } from '../../schema/text/fold.ts';
import type { RelationIdentity } from '../identity.ts';
import type { RelationWriteRow } from './relation-questions.ts';

/** What a dataset says of a relation as a whole; an empty period for none. */
export interface DatasetSupport {
  readonly dataset: string;
  readonly period: string;
  /** The relation's id by the keys of the input. */
  readonly said: string;
}

export interface DerivedRelation {
  /** Null where nothing supports the relation. */
  readonly row: RelationWriteRow | null;
  /** Which of the claims contradict each other. */
  readonly pairs: readonly Pair<PublishedClaim>[];
}

/** What a relation carries, from all that affirm or deny it and the datasets that give it. */
export function deriveRelation(
  { id, type, from, to, role }: RelationIdentity,
  claims: readonly PublishedClaim[],
  supports: readonly DatasetSupport[],
  ontology: Ontology,
): DerivedRelation {
  const pairs = contradictingPairs(claims, new Map(), ontology);
  const disputed = new Set(pairs.flat().map((claim) => claim.id));
  const affirmed = claims
    .filter(({ polarity }) => polarity === 'AFFIRMED')
    .map((claim) => ({ ...claim, disputed: disputed.has(claim.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (affirmed.length === 0 && supports.length === 0) return { row: null, pairs };
  const ordered = [...supports].sort((a, b) => (supportKey(a) < supportKey(b) ? -1 : 1));
  const periods = ordered.map(({ period }) => (period === '' ? null : knownTimeWindow(period)));
  const given = periods.filter((period) => period !== null);
  const summary = summarizeRelation(affirmed, given);
  const { period } = summary;
  const support = supportOf(affirmed, pairs, ontology);
  // Property by property: a spread takes several times as long, and there is a row for each relation.
  const row: RelationWriteRow = {
    id,
    from,
    to,
    properties: {
      id,
      role,
      foldedRole: role === null ? null : fold(role),
      modality: summary.modality,
      period: period?.edtf ?? null,
      disputed: summary.disputed,
      datasets: listOf(ordered.map(({ dataset }) => dataset)),
      datasetPeriods: ordered.some(({ period }) => period !== '')
        ? ordered.map(({ period }) => period)
        : null,
      datasetSaid: ordered.some(({ said }) => said !== id) ? ordered.map(({ said }) => said) : null,
      statementModalities: listOf(support.statementModalities),
      statementOrigins: listOf(support.statementOrigins),
      statementPublishers: listOf(support.statementPublishers),
      statementDocuments: listOf(support.statementDocuments),
      statementTimes: listOf(support.statementTimes),
      denialModalities: listOf(support.denialModalities),
      denialOrigins: listOf(support.denialOrigins),
      denialPublishers: listOf(support.denialPublishers),
    },
    counts: {
      statementCount: summary.statementCount,
      documentCount: summary.documentCount,
      independentSourceCount: summary.independentSourceCount,
    },
    dates: {
      periodEarliest: period?.earliest ?? null,
      periodLatest: period?.latest ?? null,
      firstReported: summary.firstReported,
      lastReported: summary.lastReported,
    },
    dateLists: {
      statementPublished: listOf(support.statementPublished),
      statementFrom: listOf(support.statementFrom),
      statementUntil: listOf(support.statementUntil),
      denialPublished: listOf(support.denialPublished),
      denialFrom: listOf(support.denialFrom),
      denialUntil: listOf(support.denialUntil),
      ...periodBounds(affirmed, periods, ontology.relations[type]?.holds),
    },
    denialOf: listOf(support.denialOf),
  };
  return { row, pairs };
}

/** An empty list is an absent property. */
function listOf<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length > 0 ? items : null;
}

export function supportKey({ dataset, period, said }: DatasetSupport): string {
  return `${dataset}\n${period}\n${said}`;
}
