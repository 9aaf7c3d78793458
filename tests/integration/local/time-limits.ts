/** Milliseconds. Several times what was measured on 2 cores: only a hang exceeds them. */
export const LIMIT = {
  /** One start takes 5 s trained, 8 s untrained, twice that beside another. */
  start: 60_000,
  /** Two starts, one after the other. */
  twoStarts: 90_000,
  /** Maven with a filled repository takes 4 s, with an empty one 13 s. */
  fetch: 120_000,
  /** What a killed parent leaves has to be gone by then; it takes 0.5 s. */
  gone: 5_000,
};
