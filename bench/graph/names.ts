import { fold } from '../../schema/text/fold.ts';
import type { Random } from './random.ts';
import { firstSyllables, lastSyllables, nextSyllables } from './words.ts';

/** A made-up word, such as `Verlomar`: 35 × 36 × 19 short ones, and long ones without end. */
export function madeUpWord(random: Random): string {
  const middle = random.chance(0.6) ? random.pick(nextSyllables) : '';
  const word = `${random.pick(firstSyllables)}${middle}${random.pick(nextSyllables)}${random.pick(lastSyllables)}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Keys as people give them: `Köverberg Works` is `koverberg-works`. */
export function keyOfName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
