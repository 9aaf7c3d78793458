import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from '../../src/graph/client.ts';
import { plainAddress } from './address.ts';
import { readCandidates } from './candidate-question.ts';
import { type Candidate, type Likeness, leastSimilarity, likeness } from './likeness.ts';
import { nameForms } from './name-forms.ts';
import { similarTexts } from './similar-texts.ts';

export interface Duplicate extends Likeness {
  readonly type: string;
  readonly a: Candidate;
  readonly b: Candidate;
}

export interface DuplicateOptions {
  readonly client: GraphReader;
  readonly ontology: Ontology;
  /** From 0 to 1. */
  readonly leastScore: number;
  /** Also two that one dataset tells apart. */
  readonly within: boolean;
}

/** Entities that are likely one, the likeliest first. Holds the names of all entities in memory. */
export async function findDuplicates(options: DuplicateOptions): Promise<Duplicate[]> {
  const { client, ontology, leastScore, within } = options;
  const found: Duplicate[] = [];
  for (const type of Object.keys(ontology.entities)) {
    const candidates = await readCandidates(client, ontology, type);
    for (const [one, other] of pairsToCompare(candidates)) {
      const [a, b] = one.key < other.key ? [one, other] : [other, one];
      if (!within && a.datasets.some((dataset) => b.datasets.includes(dataset))) continue;
      const like = likeness(a, b);
      if (like.score >= leastScore) found.push({ type, a, b, ...like });
    }
  }
  const orderOf = ({ a, b }: Duplicate) => `${a.key} ${b.key}`;
  return found.sort((x, y) => y.score - x.score || (orderOf(x) < orderOf(y) ? -1 : 1));
}

/** Every two that have a name that is similar, or an address in common: once each. */
function* pairsToCompare(
  candidates: readonly Candidate[],
): Generator<readonly [Candidate, Candidate]> {
  const owners = new Map<string, Set<number>>();
  const addresses = new Map<string, Set<number>>();
  for (const [index, { type, names, aliases, sameAs }] of candidates.entries()) {
    for (const name of [...names, ...aliases]) {
      const { bare, compact } = nameForms(name, type);
      add(owners, bare, index);
      add(owners, compact, index);
    }
    for (const address of sameAs) add(addresses, plainAddress(address), index);
  }
  const seen = new Set<number>();
  const fresh = (a: number, b: number) => {
    const pair = Math.min(a, b) * candidates.length + Math.max(a, b);
    if (a === b || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  };
  const texts = [...owners.keys()];
  const groups = [...owners.values(), ...addresses.values()].map(
    (group) => [group, group] as const,
  );
  function* alike() {
    for (const { a, b } of similarTexts(texts, leastSimilarity)) {
      yield [owners.get(texts[a] ?? '') ?? none, owners.get(texts[b] ?? '') ?? none] as const;
    }
  }
  for (const source of [groups, alike()]) {
    for (const [ones, others] of source) {
      for (const one of ones) {
        for (const other of others) {
          const [a, b] = [candidates[one], candidates[other]];
          if (a && b && fresh(one, other)) yield [a, b];
        }
      }
    }
  }
}

const none: ReadonlySet<number> = new Set();

function add(lists: Map<string, Set<number>>, name: string, index: number): void {
  const list = lists.get(name);
  if (list) list.add(index);
  else lists.set(name, new Set([index]));
}
