import { plainAddress } from './address.ts';
import { type Candidate, leastSimilarity } from './likeness.ts';
import { nameForms } from './name-forms.ts';
import { similarTexts } from './similar-texts.ts';

type Owners = Map<string, Set<Candidate>>;

/**
 * Every two candidates that have a similar name or an address in common, once each, the smaller key
 * first; only those that no dataset describes both of, unless `within`.
 */
export function* pairsToCompare(
  candidates: readonly Candidate[],
  within: boolean,
): Generator<readonly [Candidate, Candidate]> {
  const seen = new Map<Candidate, Set<Candidate>>();
  for (const [ones, others] of groupsToCompare(candidates, within)) {
    for (const one of ones) {
      for (const other of others) {
        if (one === other || (!within && toldApart(one, other))) continue;
        const [a, b] = one.key < other.key ? [one, other] : [other, one];
        const known = seen.get(a) ?? new Set();
        seen.set(a, known);
        if (known.has(b)) continue;
        known.add(b);
        yield [a, b];
      }
    }
  }
}

function toldApart(a: Candidate, b: Candidate): boolean {
  return a.datasets.some((dataset) => b.datasets.includes(dataset));
}

function* groupsToCompare(candidates: readonly Candidate[], within: boolean) {
  const { named, addressed } = ownersIn(candidates);
  for (const group of [...named.values(), ...addressed.values()]) yield [group, group] as const;
  const owners = [...named.values()];
  const datasets = within ? [] : owners.map(onlyDatasets);
  for (const { a, b } of similarTexts([...named.keys()], leastSimilarity, datasets)) {
    yield [owners[a] ?? nobody, owners[b] ?? nobody] as const;
  }
}

const nobody: ReadonlySet<Candidate> = new Set();

function ownersIn(candidates: readonly Candidate[]) {
  const named: Owners = new Map();
  const addressed: Owners = new Map();
  for (const candidate of candidates) {
    for (const name of [...candidate.names, ...candidate.aliases]) {
      const { bare, compact } = nameForms(name, candidate.type);
      add(named, bare, candidate);
      add(named, compact, candidate);
    }
    for (const address of candidate.sameAs) add(addressed, plainAddress(address), candidate);
  }
  return { named, addressed };
}

/** The datasets of all of them, where they are the same for each; else null. */
function onlyDatasets(owners: ReadonlySet<Candidate>): string | null {
  const lists = new Set([...owners].map(({ datasets }) => datasets.join(' ')));
  const [only = ''] = lists;
  return lists.size === 1 && only !== '' ? only : null;
}

function add(owners: Owners, text: string, candidate: Candidate): void {
  const known = owners.get(text);
  if (known) known.add(candidate);
  else owners.set(text, new Set([candidate]));
}
