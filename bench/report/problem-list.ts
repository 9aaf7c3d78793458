import type { Comparison } from '../measuring/compare-servers.ts';
import type { Cell } from '../measuring/rounds.ts';

/** The first error of every cell that had one, and of servers that only had errors to give. */
export function problemList(cells: readonly Cell[], comparisons: readonly Comparison[]): string {
  const silent = comparisons.flatMap(({ query, silent }) =>
    silent.map(({ problem }) => `- ${query.name} was left out: \`${problem}\``),
  );
  const failing = cells.flatMap(({ task, connections, samples }) => {
    const failures = samples.reduce((sum, sample) => sum + sample.failures, 0);
    if (failures === 0) return [];
    const requests = samples.reduce((sum, sample) => sum + sample.requests, 0);
    const problem = samples.find((sample) => sample.problem !== undefined)?.problem;
    return [
      `- ${task.question} of ${task.server.name}, ${connections} connections: ${failures} of ${requests}, such as \`${problem ?? 'no answer'}\``,
    ];
  });
  const lines = [...silent, ...failing];
  return lines.length > 0
    ? `Answers that were errors:\n\n${lines.join('\n')}`
    : 'No answer was an error.';
}
