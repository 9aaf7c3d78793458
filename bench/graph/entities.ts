import type { EntityRecord } from '../../import/check/records.ts';
import type { EntityType } from '../../schema/ontology/entities.ts';
import { keyOfName, madeUpWord } from './names.ts';
import { Random } from './random.ts';
import type { GraphSize } from './size.ts';
import { aims, companyForms, happenings, outletForms, sectors, type Word } from './words.ts';

/** Shares of the entity types, those of a graph drawn from business news. */
const shares: readonly (readonly [EntityType, number])[] = [
  ...([['Company', 0.35] as const, ['Person', 0.2] as const, ['Place', 0.05] as const] as const),
  ...([['Product', 0.2] as const, ['Plan', 0.12] as const, ['Event', 0.08] as const] as const),
];

/** One company in 100 is an outlet; of a small graph at least these many. */
const fewestOutlets = 10;

export interface Entities {
  readonly records: readonly EntityRecord[];
  /** Positions in `records`, the important ones first. */
  readonly ofType: ReadonlyMap<string, readonly number[]>;
  /** Positions of the outlets, which are companies too. */
  readonly outlets: readonly number[];
}

/** All entities of a graph. No two have a name or a key in common. */
export function makeEntities({ entities: count, seed }: GraphSize): Entities {
  const records: EntityRecord[] = [];
  const ofType = new Map<string, number[]>();
  const outlets: number[] = [];
  const taken = new Set<string>();
  for (const [type, share] of shares) {
    const random = new Random(seed, type);
    const positions: number[] = [];
    const amount = Math.max(1, Math.round(count * share));
    const outletsOfType = type === 'Company' ? Math.max(fewestOutlets, amount * 0.01) : 0;
    while (positions.length < amount) {
      const isOutlet = positions.length < outletsOfType;
      const record = makeEntity(type, positions.length, isOutlet, random);
      if (taken.has(record.key)) continue;
      taken.add(record.key);
      if (isOutlet) outlets.push(records.length);
      positions.push(records.length);
      records.push(record);
    }
    ofType.set(type, positions);
  }
  return { records, ofType, outlets };
}

function makeEntity(type: EntityType, rank: number, isOutlet: boolean, random: Random) {
  const word = madeUpWord(random);
  const sector = random.pick(sectors);
  const made = isOutlet ? outlet(word, random) : makers[type](word, sector, rank, random);
  const [nameEn, nameDe] = made.name;
  return {
    ...{ key: keyOfName(nameEn), type, nameEn, nameDe },
    aliases: random.chance(0.25) ? [`${word} ${madeUpWord(random)}`] : [],
    descriptionEn: made.description[0],
    descriptionDe: made.description[1],
    sameAs: random.chance(0.4) ? [`https://example.org/wiki/${keyOfName(nameEn)}`] : [],
    properties: made.properties,
  };
}

interface Made {
  readonly name: Word;
  readonly description: Word;
  readonly properties: EntityRecord['properties'];
}

function outlet(word: string, random: Random): Made {
  const [en, de] = random.pick(outletForms);
  return {
    name: [`${word} ${en}`, `${word} ${de}`],
    description: [
      'An outlet that reports on business.',
      'Ein Medium, das über Wirtschaft berichtet.',
    ],
    properties: { kind: 'OUTLET' },
  };
}

type Maker = (word: string, sector: Word, rank: number, random: Random) => Made;

const makers: Record<EntityType, Maker> = {
  Company: (word, [en, de], _rank, random) => {
    const form = random.pick(companyForms);
    const kinds = [['COMPANY', 70] as const, ['BRAND', 15] as const, ['GROUP', 5] as const];
    return {
      name: [`${word} ${form[0]}`, `${word} ${form[1]}`],
      description: [`A company for ${en}.`, `Ein Unternehmen für ${de}.`],
      properties: {
        kind: random.weighted([...kinds, ['RETAIL_CHAIN', 7], ['PUBLIC_BODY', 3]] as const),
      },
    };
  },
  Person: (word, [en, de], _rank, random) => {
    const name = `${madeUpWord(random)} ${word}`;
    return {
      name: [name, name],
      description: [`A manager known for ${en}.`, `Im Management, bekannt durch ${de}.`],
      properties: {},
    };
  },
  Place: (word, _sector, rank, random) => ({
    name: [word, rank % 3 === 0 ? `${word}land` : word],
    description: ['A place where business is done.', 'Ein Ort, an dem gewirtschaftet wird.'],
    properties: place(rank, random),
  }),
  Product: (word, [en, de], _rank, random) => {
    const name = `${word} ${random.pick(['S', 'X', 'Pro', 'Max', 'One'])}${1 + random.below(99)}`;
    return {
      name: [name, name],
      description: [`A product from the field of ${en}.`, `Ein Produkt aus dem Bereich ${de}.`],
      properties: { kind: random.pick(['VEHICLE', 'DEVICE', 'SOFTWARE', 'SERVICE', 'LINE']) },
    };
  },
  Plan: (word, [en, de], _rank, random) => {
    const aim = random.pick(aims);
    return {
      name: [`${aim[0]} ${en} at ${word}`, `${aim[1]} ${de} in ${word}`],
      description: [`An intention that concerns ${en}.`, `Ein Vorhaben, das ${de} betrifft.`],
      properties: {},
    };
  },
  Event: (word, [en, de], _rank, random) => {
    const happening = random.pick(happenings);
    return {
      name: [`${happening[0]} ${en} in ${word}`, `${happening[1]} ${de} in ${word}`],
      description: [`Something that took place around ${en}.`, `Ein Ereignis rund um ${de}.`],
      properties: {},
    };
  },
};

function place(rank: number, random: Random): EntityRecord['properties'] {
  const kind =
    rank < 6 ? 'CONTINENT' : rank < 150 ? 'COUNTRY' : random.pick(['CITY', 'SITE', 'REGION']);
  const letter = () => String.fromCharCode(65 + random.below(26));
  return {
    kind,
    ...(kind === 'COUNTRY' ? { countryCode: letter() + letter() } : {}),
    ...(kind === 'CONTINENT'
      ? {}
      : { location: { latitude: degrees(random, 90), longitude: degrees(random, 180) } }),
  };
}

function degrees(random: Random, most: number): number {
  return Math.round((random.next() * 2 - 1) * most * 1_000) / 1_000;
}
