import { createHash } from 'node:crypto';

/** A digest of a set of records that does not depend on their order. */
export class Revision {
  #sum = 0n;

  add(digest: string): void {
    this.#sum = (this.#sum + BigInt(`0x${digest}`)) % modulus;
  }

  toString(): string {
    return this.#sum.toString(16).padStart(32, '0');
  }
}

const modulus = 1n << 128n;

export function digestOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
