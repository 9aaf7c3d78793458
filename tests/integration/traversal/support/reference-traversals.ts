import { symmetric } from './random-graph.ts';
import {
  isThere,
  type ReferenceGraph,
  type ReferenceRelation,
  type ReferenceView,
  sourcesOf,
  strongest,
} from './reference-graph.ts';

/** Plain searches over a small graph in memory, written without regard to how the product does it. */

export interface RelationCondition {
  readonly modalities?: readonly string[];
  readonly other?: { readonly types: readonly string[] };
}

export interface ReferenceStep {
  readonly types?: readonly string[];
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly filter?: RelationCondition;
}

export interface ReferenceVia extends ReferenceStep {
  readonly minHops: number;
  readonly maxHops: number;
  readonly through?: { readonly types: readonly string[] };
  readonly avoid?: readonly string[];
  readonly maxDegree?: number;
}

export interface Walk {
  readonly start: string;
  readonly hops: readonly { readonly relation: ReferenceRelation; readonly node: string }[];
}

export const endOf = ({ start, hops }: Walk) => hops.at(-1)?.node ?? start;
export const idsOf = ({ hops }: Walk) => hops.map(({ relation }) => `${relation.id} `).join('');

export class Reference {
  readonly graph: ReferenceGraph;
  readonly view: ReferenceView;

  constructor(graph: ReferenceGraph, view: ReferenceView) {
    this.graph = graph;
    this.view = view;
  }

  sourcesOf(relation: ReferenceRelation): number {
    return sourcesOf(relation, this.view);
  }

  /** Under the view; null where no hop has a source. */
  leastSources({ hops }: Walk): number | null {
    const counts = hops.map(({ relation }) => this.sourcesOf(relation)).filter((n) => n > 0);
    return counts.length > 0 ? Math.min(...counts) : null;
  }

  /** One hop from an entity, wherever it may lead. */
  hopsFrom(near: string, step: ReferenceStep) {
    return this.graph.relations.flatMap((relation) => {
      const { from, to, type } = relation;
      if (from !== near && to !== near) return [];
      const node = from === near ? to : from;
      const either = step.direction === 'BOTH' || symmetric.includes(type);
      if (!either && (step.direction === 'OUT') !== (from === near)) return [];
      return this.#fits(relation, step, [node]) ? [{ relation, node }] : [];
    });
  }

  #fits(relation: ReferenceRelation, { types, filter }: ReferenceStep, others: readonly string[]) {
    return (
      isThere(relation, this.view) &&
      (!types || types.includes(relation.type)) &&
      (!filter?.modalities ||
        filter.modalities.includes(strongest(relation, this.view) ?? 'none')) &&
      (!filter?.other || others.some((key) => this.isOf(key, filter.other?.types ?? [])))
    );
  }

  isOf(key: string, types: readonly string[]): boolean {
    return types.includes((this.graph.types.get(key) ?? '').toUpperCase());
  }

  #isLike(key: string, { through, avoid }: ReferenceVia): boolean {
    return (!through || this.isOf(key, through.types)) && !avoid?.includes(key);
  }

  isHub(key: string, via: ReferenceVia): boolean {
    const { maxDegree } = via;
    return maxDegree !== undefined && this.#isLike(key, via) && this.graph.degree(key) > maxDegree;
  }

  mayLieBetween(key: string, via: ReferenceVia): boolean {
    return this.#isLike(key, via) && !this.isHub(key, via);
  }

  /** Every path that enters no entity twice, the shortest first. */
  simplePaths(from: string, to: string, via: ReferenceVia): Walk[] {
    const found: Walk[] = [];
    const go = (walk: Walk, seen: readonly string[]) => {
      if (walk.hops.length === via.maxHops) return;
      const at = endOf(walk);
      if (at !== from && !this.mayLieBetween(at, via)) return;
      for (const hop of this.hopsFrom(at, via)) {
        if (seen.includes(hop.node)) continue;
        const longer = { start: from, hops: [...walk.hops, hop] };
        if (hop.node !== to) go(longer, [...seen, hop.node]);
        else if (longer.hops.length >= via.minHops) found.push(longer);
      }
    };
    go({ start: from, hops: [] }, [from]);
    return found.sort(byLengthAndIds);
  }

  /** Distances, breadth first; `besides` is not gone on from. */
  distances(starts: readonly string[], via: ReferenceVia, besides?: string, backward = false) {
    const distance = new Map(starts.map((key) => [key, 0]));
    for (let hops = 0; hops < via.maxHops; hops++) {
      for (const [key, at] of [...distance]) {
        const passes = at === 0 || (key !== besides && this.mayLieBetween(key, via));
        if (at !== hops || !passes) continue;
        const next = backward ? this.#hopsTo(key, via) : this.hopsFrom(key, via);
        for (const { node } of next) if (!distance.has(node)) distance.set(node, hops + 1);
      }
    }
    return distance;
  }

  #hopsTo(far: string, via: ReferenceVia) {
    return [...this.graph.types.keys()].flatMap((node) =>
      this.hopsFrom(node, via)
        .filter((hop) => hop.node === far)
        .map(({ relation }) => ({ relation, node })),
    );
  }

  /** In how many hops the first hub is met that is not gone on from. */
  nearestHub(distance: ReadonlyMap<string, number>, via: ReferenceVia, besides?: string) {
    const met = [...distance].filter(
      ([key, hops]) => hops > 0 && hops < via.maxHops && key !== besides && this.isHub(key, via),
    );
    return met.length === 0 ? null : Math.min(...met.map(([, hops]) => hops));
  }

  /** Relations among entities. */
  among(keys: readonly string[], step: ReferenceStep): ReferenceRelation[] {
    return this.graph.relations.filter(
      (relation) =>
        keys.includes(relation.from) &&
        keys.includes(relation.to) &&
        this.#fits(relation, step, [relation.from, relation.to]),
    );
  }

  /** Walks that fit a pattern, no relation twice. */
  matches(
    nodes: readonly { readonly types?: readonly string[]; readonly key?: string }[],
    steps: readonly (ReferenceStep & { readonly minHops: number; readonly maxHops: number })[],
  ): { readonly walk: Walk; readonly lengths: readonly number[] }[] {
    const found: { walk: Walk; lengths: readonly number[] }[] = [];
    const fits = (key: string, index: number) => {
      const { types, key: wanted } = nodes[index] ?? {};
      return (!types || this.isOf(key, types)) && (!wanted || wanted === key);
    };
    const go = (walk: Walk, lengths: readonly number[], repeated: number) => {
      const step = steps[lengths.length];
      if (repeated === 0 && !step) found.push({ walk, lengths });
      if (!step) return;
      if (repeated >= step.minHops && fits(endOf(walk), lengths.length + 1)) {
        go(walk, [...lengths, repeated], 0);
      }
      if (repeated === step.maxHops) return;
      for (const hop of this.hopsFrom(endOf(walk), step)) {
        if (walk.hops.some(({ relation }) => relation.id === hop.relation.id)) continue;
        go({ start: walk.start, hops: [...walk.hops, hop] }, lengths, repeated + 1);
      }
    };
    for (const start of this.graph.types.keys()) {
      if (fits(start, 0)) go({ start, hops: [] }, [], 0);
    }
    return found.sort((a, b) => byLengthAndIds(a.walk, b.walk));
  }
}

function byLengthAndIds(a: Walk, b: Walk): number {
  const [first, second] = [idsOf(a), idsOf(b)];
  return a.hops.length - b.hops.length || (first < second ? -1 : first > second ? 1 : 0);
}
