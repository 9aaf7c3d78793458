import { type Modality, modalities } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { combinedWindow, type TimeWindow } from './time-window.ts';

/** What a relation carries of the statements behind it. */
export interface RelationSummary {
  /** The strongest; null where no statement stands behind the relation. */
  readonly modality: Modality | null;
  readonly period: TimeWindow | null;
  readonly statementCount: number;
  readonly documentCount: number;
  readonly independentSourceCount: number;
  /** ISO dates; null where no document behind it is dated. */
  readonly firstReported: string | null;
  readonly lastReported: string | null;
  /** Whether some claim contradicts one of them. */
  readonly disputed: boolean;
}

/** How much stands behind it. */
export type Evidence = Omit<RelationSummary, 'modality' | 'period'>;

/** An affirmed claim, as far as it matters to the relation that it supports. */
export type SupportingClaim = Pick<
  Claim,
  'modality' | 'time' | 'document' | 'origin' | 'published'
> & { readonly disputed: boolean };

/** `periods`: those that datasets give for the relation as a whole, without a document. */
export function summarizeRelation(
  affirmed: readonly SupportingClaim[],
  periods: readonly TimeWindow[],
): RelationSummary {
  const published = affirmed.flatMap((claim) => claim.published ?? []).sort();
  const times = affirmed.flatMap((claim) => claim.time ?? []);
  return {
    modality: modalities.find((m) => affirmed.some((claim) => claim.modality === m)) ?? null,
    period: combinedWindow([...times, ...periods].sort(byText)),
    statementCount: affirmed.length,
    documentCount: new Set(affirmed.map((claim) => claim.document)).size,
    independentSourceCount: new Set(affirmed.map((claim) => claim.origin)).size,
    firstReported: published[0] ?? null,
    lastReported: published.at(-1) ?? null,
    disputed: affirmed.some((claim) => claim.disputed),
  };
}

/** Makes the summary independent of the order in which statements were read. */
function byText(a: TimeWindow, b: TimeWindow): number {
  return a.edtf < b.edtf ? -1 : 1;
}
