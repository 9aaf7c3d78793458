import type { Variation } from '../queries/bench-query.ts';
import type { RunningServer } from '../servers/start-server.ts';
import { expectSame } from './check-answers.ts';
import type { Comparison } from './compare-servers.ts';
import type { Pair } from './pair.ts';
import { graphqlRequests, NotAnswered, ourEssences } from './request.ts';

/** Prepares the variations of what is compared; those that the server cannot answer yet are told. */
export async function vary(
  variations: readonly Variation[],
  comparisons: readonly Comparison[],
  ours: RunningServer,
  say: (message: string) => void,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const variation of variations) {
    const { name, title, base, goal, document, sameAnswer } = variation;
    const comparison = comparisons.find(({ query }) => query.name === base);
    const plain = comparison?.tasks.find(({ server }) => server === ours);
    if (!comparison || !plain) continue;
    const { picked, query } = comparison;
    const answers = await ourEssences(ours, variation, picked).catch((error: unknown) => {
      if (!(error instanceof NotAnswered)) throw error;
      say(`leaving out ${name}: ${error.message}`);
      return null;
    });
    if (answers === null) continue;
    if (sameAnswer) {
      expectSame(
        [base, await ourEssences(ours, query, picked)],
        [`that to ${name}`, answers],
        picked,
      );
    }
    const task = { ...plain, question: name, requests: graphqlRequests(document, picked) };
    pairs.push({
      ...{ name, title, goal, by: 'throughput' },
      tasks: [{ ...plain, question: `${base}, to compare` }, task],
    });
  }
  return pairs;
}
