/**
 * What cannot be written from what is at hand: the executor has to load it, or to say what is wrong
 * with it. `forGood` where the same selection would never be written.
 */
export class Unwritten extends Error {
  readonly forGood: boolean;

  constructor(forGood: boolean) {
    super('not to be written from what is at hand');
    this.forGood = forGood;
  }
}
