/** Objects that one operation may ask for, lists counted as long as they may become. */
export const maximalCost = 20_000;
/** Rows on one page of any list. */
export const maximalPage = 100;
export const defaultPage = 20;
/** Identifiers or keys in one argument. */
export const maximalIds = 100;
/** Conditions in one filter, combinations included; levels; relations asked for within relations. */
export const maximalConditions = 60;
export const maximalFilterDepth = 16;
export const maximalQuantifiers = 2;
/** Characters in one text argument. */
export const maximalText = 500;
