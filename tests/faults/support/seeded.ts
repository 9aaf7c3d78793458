/** Numbers from 0 to 1, the same for each seed: what failed at some moment can be tried again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** How many times something is killed: a handful, or as many as FAULT_RUNS says. */
export function faultRuns(few: number): number {
  return Number(process.env.FAULT_RUNS ?? few);
}
