import fc from 'fast-check';

/** What a random graph is made of: claims of documents, and relations of a dataset. */
export interface RandomGraph {
  readonly entities: readonly { readonly key: string; readonly type: EntityLabel }[];
  readonly claims: readonly RandomClaim[];
  readonly given: readonly Triple[];
}

type EntityLabel = 'Company' | 'Person' | 'Plan';
export type Modality = 'FACT' | 'ANNOUNCED' | 'REPORTED' | 'SPECULATED';

interface Triple {
  readonly type: keyof typeof ends;
  readonly from: string;
  readonly to: string;
  readonly role: string | null;
}

export interface RandomClaim extends Triple {
  /** Index of the document. */
  readonly document: number;
  readonly modality: Modality;
  readonly via: string | null;
}

/** Types between whose ends every pair may stand, so that cycles and parallels are common. */
export const ends = {
  OWNS: [['Company', 'Person'], ['Company']],
  SUBSIDIARY_OF: [['Company'], ['Company']],
  PARTNERS_WITH: [['Company'], ['Company']],
  LEADS: [['Person'], ['Company']],
  PURSUES: [['Company'], ['Plan']],
  DEPENDS_ON: [['Plan'], ['Plan']],
} as const satisfies Readonly<
  Record<string, readonly [readonly EntityLabel[], readonly EntityLabel[]]>
>;

export const symmetric: readonly string[] = ['PARTNERS_WITH'];
const withRoles: readonly string[] = ['OWNS', 'LEADS', 'PARTNERS_WITH'];
export const types = Object.keys(ends) as (keyof typeof ends)[];

const outlets = ['outlet-a', 'outlet-b', 'outlet-c'];

/** Of every graph; null for one without a date or a publisher. */
export const documents = [
  { publishedAt: '2020-05-01', publisher: 'outlet-a' },
  { publishedAt: '2021-05-01', publisher: 'outlet-b' },
  { publishedAt: '2022-05-01', publisher: 'outlet-a' },
  { publishedAt: null, publisher: 'outlet-b' },
  { publishedAt: '2020-07-01', publisher: null },
] as const;

const sizes = { Company: 6, Person: 2, Plan: 3 } as const;

/** Keys begin with the name of the graph, so that many lie in one database side by side. */
export function randomGraph(name: string): fc.Arbitrary<RandomGraph> {
  const entities = Object.entries(sizes).flatMap(([type, size]) =>
    Array.from({ length: size }, (_, index) => ({
      ...{ key: `${name}-${type.toLowerCase()}-${index}`, type: type as EntityLabel },
    })),
  );
  const of = (labels: readonly string[]) =>
    fc.constantFrom(...entities.filter(({ type }) => labels.includes(type)).map(({ key }) => key));
  const triple = fc.constantFrom(...types).chain((type) =>
    fc
      .record({
        type: fc.constant(type),
        from: of(ends[type][0]),
        to: of(ends[type][1]),
        role: withRoles.includes(type) ? fc.constantFrom(null, null, 'x') : fc.constant(null),
      })
      .filter(({ from, to }) => from !== to),
  );
  const claim = fc.record({
    document: fc.nat({ max: documents.length - 1 }),
    modality: fc.constantFrom<Modality>('FACT', 'ANNOUNCED', 'REPORTED', 'SPECULATED'),
    via: fc.constantFrom(null, null, ...outlets),
  });
  const claims = fc
    .array(fc.tuple(triple, fc.array(claim, { minLength: 1, maxLength: 3 })), {
      minLength: 12,
      maxLength: 22,
    })
    .map((all) => all.flatMap(([what, how]) => how.map((each) => ({ ...what, ...each }))))
    // A document makes a claim once.
    .map((all) => distinct(all, (each) => `${each.document} ${relationId(each)}`));
  return fc.record({
    entities: fc.constant(entities),
    claims,
    given: fc.array(triple, { maxLength: 3 }).map((all) => distinct(all, relationId)),
  });
}

/** A symmetric relation goes from the smaller key. */
export function relationId({ type, from, to, role }: Triple): string {
  const [first, second] = symmetric.includes(type) && from > to ? [to, from] : [from, to];
  return [first, type, second, ...(role ? [role] : [])].join(':');
}

function distinct<Item>(items: readonly Item[], identity: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [identity(item), item])).values()];
}

/** The lines of NDJSON that bring a graph in. */
export function recordsOf(name: string, { entities, claims, given }: RandomGraph): object[] {
  return [
    { kind: 'dataset', key: name, title: name },
    ...outlets.map((key) => ({ kind: 'entity', key, type: 'Company', nameEn: key })),
    ...entities.map(({ key, type }) => ({ kind: 'entity', key, type, nameEn: key })),
    ...documents.map(({ publishedAt, publisher }, index) => ({
      ...{
        kind: 'document',
        key: `${name}-document-${index}`,
        title: 'A document',
        language: 'en',
      },
      ...(publishedAt && { publishedAt }),
      ...(publisher && { publisher }),
      basedOn: outlets,
    })),
    ...claims.map(({ type, from, to, role, document, modality, via }) => ({
      ...{ kind: 'statement', document: `${name}-document-${document}`, subject: from, object: to },
      ...{ predicate: type, modality },
      ...(role && { role }),
      ...(via && { via }),
    })),
    ...given.map(({ type, from, to, role }) => ({
      ...{ kind: 'relation', type, from, to },
      ...(role && { role }),
    })),
  ];
}
