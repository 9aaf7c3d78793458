/** Two texts by their index, the smaller first, and the share of n-grams that they have in common. */
export interface SimilarTexts {
  readonly a: number;
  readonly b: number;
  /** Jaccard: n-grams in both ÷ n-grams in either. */
  readonly similarity: number;
}

/**
 * All pairs of texts with at least this share (above 0) of n-grams in common, without comparing
 * every two. The n-grams of each text are put in order, the rarest of all texts first: two texts that are
 * similar enough share one of their first few, so only texts that do are compared (prefix
 * filtering, after Chaudhuri, Ganti and Kaushik 2006). Texts of one group are not compared; null is
 * no group.
 */
export function* similarTexts(
  texts: readonly string[],
  least: number,
  groups: readonly (string | null)[] = [],
): Generator<SimilarTexts> {
  const grams = rarestFirst(texts.map(trigrams));
  const bySize = grams.map((_, index) => index).sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  const blocks = new Map<number, Map<string | null, number[]>>();
  for (const index of bySize) {
    const own = grams[index] ?? [];
    const first = own.slice(0, own.length - Math.ceil(least * own.length) + 1);
    const group = groups[index] ?? null;
    const near = new Set<number>();
    for (const gram of first) {
      for (const [of, block] of blocks.get(gram) ?? []) {
        if (group !== null && of === group) continue;
        for (const other of block) near.add(other);
      }
    }
    for (const other of near) {
      if (sizeOf(other) < least * own.length) continue;
      const similarity = jaccard(own, grams[other] ?? []);
      if (similarity < least) continue;
      yield { a: Math.min(index, other), b: Math.max(index, other), similarity };
    }
    for (const gram of first) {
      const byGroup = blocks.get(gram) ?? new Map<string | null, number[]>();
      blocks.set(gram, byGroup);
      const block = byGroup.get(group);
      if (block) block.push(index);
      else byGroup.set(group, [index]);
    }
  }

  function sizeOf(index: number): number {
    return grams[index]?.length ?? 0;
  }
}

export function similarity(a: string, b: string): number {
  const [one, other] = rarestFirst([trigrams(a), trigrams(b)]);
  return jaccard(one ?? [], other ?? []);
}

/** Three characters each, with a space before and after the text. */
function trigrams(text: string): Set<string> {
  const characters = [' ', ...text, ' '];
  const last = Math.max(1, characters.length - 2);
  return new Set(
    Array.from({ length: last }, (_, start) => characters.slice(start, start + 3).join('')),
  );
}

/** The sets as numbers that rank n-grams by how many texts have them, in order. */
function rarestFirst(sets: readonly ReadonlySet<string>[]): number[][] {
  const counts = new Map<string, number>();
  for (const set of sets) {
    for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const ranks = new Map(ranked.map(([gram], rank) => [gram, rank]));
  return sets.map((set) => [...set].map((gram) => ranks.get(gram) ?? 0).sort((a, b) => a - b));
}

function jaccard(a: readonly number[], b: readonly number[]): number {
  const both = new Set(a);
  const common = b.filter((gram) => both.has(gram)).length;
  return common / (a.length + b.length - common);
}
