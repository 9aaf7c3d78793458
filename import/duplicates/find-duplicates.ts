import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import { readCandidates } from './candidate-question.ts';
import { type Candidate, type Likeness, likeness } from './likeness.ts';
import { pairsToCompare } from './pairs.ts';

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
    for (const [a, b] of pairsToCompare(candidates, within)) {
      const like = likeness(a, b);
      if (like.score >= leastScore) found.push({ type, a, b, ...like });
    }
  }
  const orderOf = ({ a, b }: Duplicate) => `${a.key} ${b.key}`;
  return found.sort((x, y) => y.score - x.score || (orderOf(x) < orderOf(y) ? -1 : 1));
}
