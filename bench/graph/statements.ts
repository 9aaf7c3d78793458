import type { EntityRecord, StatementRecord } from '../../import/check/records.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Modality } from '../../schema/ontology/statements.ts';
import type { Entities } from './entities.ts';
import type { Random } from './random.ts';
import type { MadeRelation } from './relations.ts';

/** What makes statements: where they stand, and who makes them. */
export interface Newsroom {
  readonly ontology: Ontology;
  readonly entities: Entities;
  readonly documents: readonly Article[];
}

/** As much of a document as its statements need. */
export interface Article {
  readonly key: string;
  readonly basedOn: readonly string[];
  readonly textLength: number;
}

const modalities: readonly (readonly [Modality, number])[] = [
  ...([['FACT', 45] as const, ['ANNOUNCED', 20] as const] as const),
  ...([['REPORTED', 28] as const, ['SPECULATED', 7] as const] as const),
];

/** How many documents say so. */
const counts = [
  [1, 72] as const,
  [2, 17] as const,
  [3, 7] as const,
  [5, 3] as const,
  [9, 1] as const,
];

/** What documents say of one relation: one at least affirms it, and now and then one denies it. */
export function statementsOf(
  relation: MadeRelation,
  newsroom: Newsroom,
  random: Random,
): StatementRecord[] {
  const { records } = newsroom.entities;
  const [subject, object] = [records[relation.from], records[relation.to]];
  if (!subject || !object) throw new RangeError('a relation of an entity that is not there');
  const affirmations = random.weighted(counts);
  const denials = random.chance(0.015) ? 1 : 0;
  const amount = Math.min(affirmations + denials, newsroom.documents.length);
  return someArticles(amount, newsroom.documents, random).map((article, index) => {
    const polarity = index < affirmations ? 'AFFIRMED' : 'NEGATED';
    return {
      ...{ subject: subject.key, predicate: relation.type, object: object.key, polarity },
      ...(relation.role === undefined ? {} : { role: relation.role }),
      summary: summaryOf(subject, relation.type, object, polarity),
      ...circumstances(article, newsroom, random),
    };
  });
}

/** Everything about a statement that does not depend on what it says. */
export function circumstances(
  { key, basedOn, textLength }: Article,
  newsroom: Newsroom,
  random: Random,
) {
  const [relayed] = basedOn;
  const start = random.below(textLength - 150);
  return {
    document: key,
    modality: random.weighted(modalities),
    ...(random.chance(0.6) ? { time: someTime(random) } : {}),
    ...(random.chance(0.08) ? { saidAt: someDay(random) } : {}),
    attributedTo: random.chance(0.3) ? [someSpeaker(newsroom.entities, random)] : [],
    ...(random.chance(0.1) ? { attribution: { en: 'a person familiar with the matter' } } : {}),
    ...(relayed !== undefined && random.chance(0.5) ? { via: relayed } : {}),
    passage: { start, end: start + 40 + random.below(100), sha256: random.hex(64) },
  };
}

function someArticles(amount: number, documents: readonly Article[], random: Random): Article[] {
  const chosen = new Set<Article>();
  while (chosen.size < amount) {
    const article = documents[random.below(documents.length)];
    if (article) chosen.add(article);
  }
  return [...chosen];
}

function someSpeaker({ ofType, records }: Entities, random: Random): string {
  const people = ofType.get('Person') ?? [];
  return records[people[random.skewed(people.length, 2)] ?? 0]?.key ?? '';
}

function someDay(random: Random): string {
  const month = String(1 + random.below(12)).padStart(2, '0');
  return `${2015 + random.below(10)}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`;
}

/** EDTF of the kinds that articles use. */
export function someTime(random: Random): string {
  const year = 2010 + random.below(20);
  return random.weighted([
    ...([[`${year}`, 40] as const, [someDay(random), 20] as const] as const),
    [`${year}-0${1 + random.below(9)}`, 20] as const,
    ...([
      [`${year}/..`, 10] as const,
      [`../${year}`, 6] as const,
      [`${year}~`, 4] as const,
    ] as const),
  ]);
}

function summaryOf(subject: EntityRecord, type: string, object: EntityRecord, polarity: string) {
  const verb = type.toLowerCase().replaceAll('_', ' ');
  const [not, nicht] =
    polarity === 'AFFIRMED' ? ['', ''] : ['does not hold: ', 'trifft nicht zu: '];
  return {
    en: `${not}${subject.nameEn} ${verb} ${object.nameEn}.`,
    de: `${nicht}${subject.nameDe} ${verb} ${object.nameDe}.`,
  };
}
