import type { Claim } from '../../schema/claims/claim.ts';
import { contradicts } from '../../schema/claims/contradiction.ts';
import { summarizeRelation } from '../../schema/claims/relation-summary.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { fold } from '../../schema/text/fold.ts';
import type { RelationIdentity } from '../identity.ts';
import { knownTimeWindow } from '../time-windows.ts';
import type { RelationWriteRow } from './relation-questions.ts';

/** What a dataset says of a relation as a whole; an empty period for none. */
export interface DatasetSupport {
  readonly dataset: string;
  readonly period: string;
}

export interface DerivedRelation {
  /** Null where nothing supports the relation. */
  readonly row: RelationWriteRow | null;
  /** Ids of claims that contradict another. */
  readonly disputed: ReadonlySet<string>;
}

/** What a relation carries, from all that affirm or deny it and the datasets that give it. */
export function deriveRelation(
  { id, from, to, role }: RelationIdentity,
  claims: readonly Claim[],
  supports: readonly DatasetSupport[],
  ontology: Ontology,
): DerivedRelation {
  const facing = claims.map((claim) => ({ ...claim, subject: from, object: to }));
  const disputed = disputedAmong(facing, ontology);
  const affirmed = facing.filter(({ polarity }) => polarity === 'AFFIRMED');
  if (affirmed.length === 0 && supports.length === 0) return { row: null, disputed };
  const periods = supports.flatMap(({ period }) => (period === '' ? [] : knownTimeWindow(period)));
  const summary = summarizeRelation(affirmed, periods);
  const ordered = [...supports].sort((a, b) => (supportKey(a) < supportKey(b) ? -1 : 1));
  const row = {
    ...{ id, from, to },
    properties: {
      ...{ id, role, foldedRole: role === null ? null : fold(role) },
      modality: summary.modality,
      period: summary.period?.edtf ?? null,
      disputed: affirmed.some((claim) => disputed.has(claim.id)),
      datasets: ordered.length > 0 ? ordered.map(({ dataset }) => dataset) : null,
      datasetPeriods: ordered.length > 0 ? ordered.map(({ period }) => period) : null,
    },
    counts: {
      statementCount: summary.statementCount,
      documentCount: summary.documentCount,
      independentSourceCount: summary.independentSourceCount,
    },
    dates: {
      periodEarliest: summary.period?.earliest ?? null,
      periodLatest: summary.period?.latest ?? null,
      firstReported: summary.firstReported,
      lastReported: summary.lastReported,
    },
  };
  return { row, disputed };
}

/** Claims of one relation differ only in polarity and time, so none meets its own side. */
function disputedAmong(claims: readonly Claim[], ontology: Ontology): Set<string> {
  const denials = claims.filter(({ polarity }) => polarity === 'NEGATED');
  const disputed = new Set<string>();
  for (const denial of denials) {
    for (const claim of claims) {
      if (!contradicts(denial, claim, ontology)) continue;
      disputed.add(denial.id);
      disputed.add(claim.id);
    }
  }
  return disputed;
}

export function supportKey({ dataset, period }: DatasetSupport): string {
  return `${dataset}\n${period}`;
}
