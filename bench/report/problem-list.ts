import type { Cell } from '../measuring/rounds.ts';

/** The first error of every cell that had one. */
export function problemList(cells: readonly Cell[]): string {
  const lines = cells.flatMap(({ task, connections, samples }) => {
    const failures = samples.reduce((sum, sample) => sum + sample.failures, 0);
    if (failures === 0) return [];
    const requests = samples.reduce((sum, sample) => sum + sample.requests, 0);
    const problem = samples.find((sample) => sample.problem !== undefined)?.problem;
    return [
      `- ${task.question} of ${task.server.name}, ${connections} connections: ${failures} of ${requests}, such as \`${problem ?? 'no answer'}\``,
    ];
  });
  return lines.length > 0
    ? `Answers that were errors:\n\n${lines.join('\n')}`
    : 'No answer was an error.';
}
