/** A worker that has been up for this long has not died at once, in milliseconds. */
const settledAfter = 5_000;

/** So many in a row that die at once will not be better for being one more. */
const mostInARow = 5;

const firstPause = 200;

/** What follows when workers die: others after a pause that grows, or the end. */
export class Restarts {
  #inARow = 0;

  /**
   * Milliseconds until another takes the place of one that was up for `upFor` milliseconds, null for
   * one that never was; null when it is time to give up.
   */
  afterDeath(upFor: number | null): number | null {
    if (upFor !== null && upFor >= settledAfter) {
      this.#inARow = 0;
      return 0;
    }
    this.#inARow++;
    return this.#inARow < mostInARow ? firstPause * 2 ** (this.#inARow - 1) : null;
  }
}
