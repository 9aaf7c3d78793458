import type { DocumentRecord } from '../../import/check/records.ts';
import { madeUpWord } from './names.ts';
import { Random } from './random.ts';
import { sectors } from './words.ts';

const firstDay = Date.UTC(2015, 0, 1);
const days = 3_900;

/** One article. `outlets`: their keys, the large ones first. */
export function makeDocument(
  index: number,
  outlets: readonly string[],
  seed: number,
): DocumentRecord {
  const random = new Random(seed, `document ${index}`);
  const outlet = () => outlets[random.skewed(outlets.length, 2.5)] ?? '';
  const publisher = outlet();
  const relayed = random.chance(0.3) ? outlet() : publisher;
  const [en, de] = random.pick(sectors);
  const isGerman = random.chance(0.4);
  const word = madeUpWord(random);
  return {
    key: `article-${index}`,
    title: isGerman ? `${word} setzt auf ${de}` : `${word} bets on ${en}`,
    titleInferred: random.chance(0.05),
    language: isGerman ? 'de' : 'en',
    url: `https://example.org/articles/${index}`,
    publishedAt: publicationDay(random),
    publisher,
    basedOn: relayed === publisher ? [] : [relayed],
    textSha256: random.hex(64),
    textLength: 2_000 + random.below(7_000),
  };
}

/** EDTF: mostly a day, sometimes only a month. */
function publicationDay(random: Random): string {
  const day = new Date(firstDay + random.below(days) * 86_400_000).toISOString().slice(0, 10);
  return random.chance(0.92) ? day : day.slice(0, 7);
}
