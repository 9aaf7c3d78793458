import type { Modality } from '../graphql/types.ts';

export const modalities = ['FACT', 'ANNOUNCED', 'REPORTED', 'SPECULATED'] as const;
export const disputePolicies = ['INCLUDE', 'EXCLUDE', 'ONLY'] as const;
export const pages = ['graph', 'table', 'plans'] as const;

/** All that a link restores. */
export interface Address {
  readonly language: 'en' | 'de';
  readonly page: (typeof pages)[number];
  /** Keys of the entities whose surroundings are drawn. */
  readonly around: readonly string[];
  /** Key of the entity that the panel is about. */
  readonly entity: string | null;
  /** Id of the relation that the panel is about. */
  readonly relation: string | null;
  /** Keys of the two whose connections are shown. */
  readonly between: readonly [string, string] | null;
  readonly knownAt: string | null;
  readonly modalities: readonly Modality[];
  readonly outlets: readonly string[];
  /** 1 is no condition. */
  readonly sources: number;
  readonly disputed: (typeof disputePolicies)[number];
  /** How plans are sorted, a minus before it for downwards, and what they are narrowed to. */
  readonly sort: string;
  readonly find: string;
}

export const start: Address = {
  ...{ language: 'en', page: 'graph', around: [], entity: null, relation: null, between: null },
  ...{ knownAt: null, modalities: [], outlets: [], sources: 1, disputed: 'INCLUDE' },
  ...{ sort: 'due', find: '' },
};

/** Whatever it does not understand in a link, it leaves at what it is at the start. */
export function parseAddress(search: string, preferred: Address['language'] = 'en'): Address {
  const query = new URLSearchParams(search);
  const list = (name: string) => (query.get(name) ?? '').split(',').filter((each) => each !== '');
  const [from, to] = list('between');
  const sources = Number(query.get('sources'));
  const day = query.get('knownAt') ?? '';
  return {
    language: oneOf(['en', 'de'] as const, query.get('lang')) ?? preferred,
    page: oneOf(pages, query.get('page')) ?? start.page,
    around: [...new Set(list('around'))],
    entity: query.get('entity') || null,
    relation: query.get('relation') || null,
    between: from && to ? [from, to] : null,
    knownAt: isDay(day) ? day : null,
    modalities: modalities.filter((each) => list('modality').includes(each)),
    outlets: list('outlet'),
    sources: Number.isInteger(sources) && sources > 1 ? sources : 1,
    disputed: oneOf(disputePolicies, query.get('disputed')) ?? start.disputed,
    sort: query.get('sort') ?? start.sort,
    find: query.get('find') ?? '',
  };
}

/** The link to a state; what is as at the start is left out of it, but never the language. */
export function printAddress(address: Address): string {
  const { language, page, around, entity, relation, between, knownAt, outlets } = address;
  const { modalities: kinds, sources, disputed, sort, find } = address;
  const parts: Readonly<Record<string, string | null>> = {
    lang: language,
    page: page === start.page ? null : page,
    around: around.join(','),
    ...{ entity, relation, knownAt, find },
    between: between?.join(',') ?? null,
    modality: kinds.join(','),
    outlet: outlets.join(','),
    sources: sources > 1 ? String(sources) : null,
    disputed: disputed === start.disputed ? null : disputed,
    sort: sort === start.sort ? null : sort,
  };
  const query = Object.entries(parts).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`] : [],
  );
  return `?${query.join('&')}`;
}

/** 31 February is none, though Date takes it. */
function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function oneOf<const T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((each) => each === value) ?? null;
}
