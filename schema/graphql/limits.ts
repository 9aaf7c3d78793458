import { z } from 'zod';

/** Rows on one page of any list. */
export const maximalPage = 100;
export const defaultPage = 20;
/** Rows of a ranked list that can be paged through; further ones are only said to exist. */
export const maximalRank = 10_000;
/** Records in one mutation. */
export const maximalRecords = 1_000;
/** Identifiers or keys in one argument. */
export const maximalIds = 100;

/** Conditions in one filter, combinations included; levels; relations asked for within relations. */
export const maximalConditions = 60;
export const maximalFilterDepth = 16;
export const maximalQuantifiers = 2;
/** Characters in one text argument. */
export const maximalText = 500;

/** A list that may be left out, but not empty: nothing would fit it. */
export function namedSome(what: string) {
  return z
    .array(z.unknown())
    .min(1, `names no ${what}: leave it out for all`)
    .max(maximalIds, `at most ${maximalIds}`)
    .nullish();
}
