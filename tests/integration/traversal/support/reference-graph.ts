import { documents, type Modality, type RandomGraph, relationId } from './random-graph.ts';

/** A relation with the statements behind it, put together from the claims alone. */
export interface ReferenceRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly given: boolean;
  /** The first day on which both ends had been reported; null for never. */
  readonly knownFrom: string | null;
  readonly statements: readonly {
    readonly published: string | null;
    readonly modality: Modality;
    readonly origin: string;
    readonly publisher: string | null;
  }[];
}

export interface ReferenceView {
  readonly knownAt?: string;
  readonly modalities?: readonly Modality[];
  readonly publishers?: readonly string[];
  readonly minIndependentSources?: number;
}

export interface ReferenceGraph {
  readonly types: ReadonlyMap<string, string>;
  readonly relations: readonly ReferenceRelation[];
  /** Relations of an entity, whatever the view. */
  readonly degree: (key: string) => number;
}

export function referenceGraph(name: string, graph: RandomGraph): ReferenceGraph {
  const relations = new Map<string, ReferenceRelation>();
  const add = (
    triple: RandomGraph['given'][number],
    more: Partial<Pick<ReferenceRelation, 'given' | 'statements'>>,
  ) => {
    const id = relationId(triple);
    const [from = '', type = '', to = ''] = id.split(':');
    const known = relations.get(id);
    relations.set(id, {
      ...{ id, type, from, to, knownFrom: null },
      given: (known?.given ?? false) || (more.given ?? false),
      statements: [...(known?.statements ?? []), ...(more.statements ?? [])],
    });
  };
  for (const claim of graph.claims) {
    const { publishedAt, publisher } = documents[claim.document] ?? documents[0];
    const origin = claim.via ?? publisher ?? `document ${name} ${claim.document}`;
    const statement = { published: publishedAt, modality: claim.modality, origin, publisher };
    add(claim, { statements: [statement] });
  }
  for (const triple of graph.given) add(triple, { given: true });
  const reported = new Map<string, string>();
  for (const { from, to, statements } of relations.values()) {
    for (const day of statements.flatMap(({ published }) => published ?? [])) {
      for (const key of [from, to]) {
        if (day < (reported.get(key) ?? '9')) reported.set(key, day);
      }
    }
  }
  const all = [...relations.values()].map((relation) => {
    const [first, second] = [reported.get(relation.from), reported.get(relation.to)];
    const knownFrom = first && second ? (first > second ? first : second) : null;
    return { ...relation, knownFrom };
  });
  return {
    types: new Map(graph.entities.map(({ key, type }) => [key, type])),
    relations: all,
    degree: (key) => all.filter(({ from, to }) => from === key || to === key).length,
  };
}

/** The statements of a relation that belong to the view. */
function counted({ statements }: ReferenceRelation, view: ReferenceView) {
  const { knownAt, modalities, publishers } = view;
  return statements.filter(
    ({ published, modality, origin, publisher }) =>
      (!knownAt || (published !== null && published <= knownAt)) &&
      (!modalities || modalities.includes(modality)) &&
      (!publishers ||
        publishers.includes(origin) ||
        (publisher !== null && publishers.includes(publisher))),
  );
}

export function sourcesOf(relation: ReferenceRelation, view: ReferenceView): number {
  return new Set(counted(relation, view).map(({ origin }) => origin)).size;
}

export function isThere(relation: ReferenceRelation, view: ReferenceView): boolean {
  const { given, knownFrom } = relation;
  const { knownAt } = view;
  if (given && (!knownAt || (knownFrom !== null && knownFrom <= knownAt))) return true;
  return sourcesOf(relation, view) >= (view.minIndependentSources ?? 1);
}

/** The strongest modality under the view; null where only a dataset says so. */
export function strongest(relation: ReferenceRelation, view: ReferenceView): Modality | null {
  const order: Modality[] = ['FACT', 'ANNOUNCED', 'REPORTED', 'SPECULATED'];
  const there = counted(relation, view).map(({ modality }) => modality);
  return order.find((modality) => there.includes(modality)) ?? null;
}
