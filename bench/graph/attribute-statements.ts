import type { StatementRecord, ValueRecord } from '../../import/check/records.ts';
import { Random } from './random.ts';
import type { GraphSize } from './size.ts';
import { circumstances, type Newsroom, someTime } from './statements.ts';

/**
 * Values that articles give: of each attribute and entity one, so that none contradicts another and
 * what is disputed follows from relations alone.
 */
const attributes: readonly {
  readonly name: string;
  readonly of: string;
  readonly value: (random: Random) => ValueRecord;
}[] = [
  { name: 'DUE', of: 'Plan', value: (random) => ({ time: someTime(random) }) },
  {
    name: 'STATUS',
    of: 'Plan',
    value: (random) => ({ text: random.pick(['ANNOUNCED', 'CONFIRMED', 'DELAYED']) }),
  },
  {
    name: 'FOUNDED_IN',
    of: 'Company',
    value: (random) => ({ time: String(1900 + random.below(120)) }),
  },
  {
    name: 'PRICE',
    of: 'Product',
    value: (random) => ({ number: 10 + random.below(90_000), unit: 'EUR' }),
  },
  { name: 'TIME', of: 'Event', value: (random) => ({ time: someTime(random) }) },
];

export function* attributeStatements(
  { seed }: GraphSize,
  newsroom: Newsroom,
): Generator<StatementRecord> {
  const { entities, documents } = newsroom;
  for (const { name, of, value } of attributes) {
    const random = new Random(seed, `attribute ${name}`);
    for (const position of entities.ofType.get(of) ?? []) {
      const article = documents[random.below(documents.length)];
      const subject = entities.records[position];
      if (!article || !subject || random.chance(0.3)) continue;
      const about = circumstances(article, newsroom, random);
      yield {
        ...{ subject: subject.key, predicate: name, polarity: 'AFFIRMED', value: value(random) },
        summary: { en: `${subject.nameEn} has a ${name.toLowerCase()}.` },
        ...about,
      };
    }
  }
}
