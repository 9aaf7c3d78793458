import type { Modality } from '../ontology/statements.ts';

export const disputePolicies = ['INCLUDE', 'EXCLUDE', 'ONLY'] as const;
export type DisputePolicy = (typeof disputePolicies)[number];

/** Which claims count. What is absent restricts nothing; outlets by key, days as ISO dates. */
export interface View {
  /** Only statements of documents that were certainly out on that day. */
  readonly knownAt?: string | undefined;
  /** Only what was said to hold on that day. */
  readonly validAt?: string | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  /** Only what these outlets reported, at first hand or relayed by others. */
  readonly publishers?: readonly string[] | undefined;
  /** At least 2 where given: what is there has one source anyway. */
  readonly minIndependentSources?: number | undefined;
  /** Absent for INCLUDE. */
  readonly disputed?: Exclude<DisputePolicy, 'INCLUDE'> | undefined;
}

/** The view under which everything counts. */
export const everything: View = {};

export function isEverything(view: View): boolean {
  return Object.values(view).every((condition) => condition === undefined);
}
