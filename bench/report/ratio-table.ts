import type { Comparison } from '../measuring/compare-servers.ts';
import type { Cell } from '../measuring/rounds.ts';
import { goalConnections, goals } from './goals.ts';
import { figure, table, verdict } from './markdown.ts';
import { cellOf, cpuRatio, ratio } from './ratios.ts';

/** Our throughput as a ratio to the other servers', beside what it has to be. */
export function ratioTable(cells: readonly Cell[], comparisons: readonly Comparison[]): string {
  return table([
    [
      ...['', 'ours × limit', 'goal', '', 'in the end'],
      ...['ours × @neo4j/graphql', 'goal', ''],
      ...['@neo4j/graphql × limit', 'N+1 × limit', 'CPU per request × limit'],
    ],
    ...comparisons.map(({ query: { name, title } }) => {
      const cell = (server: Cell['task']['server']['name']) =>
        cellOf(cells, name, server, goalConnections);
      const [ours, peer, limit] = [cell('ours'), cell('peer'), cell('limit')];
      const goal = goals[name];
      return [
        `**${name}** ${title}`,
        ...judged(ratio(ours, limit), goal?.limit),
        String(goal?.limitInTheEnd ?? ''),
        ...judged(ratio(ours, peer), goal?.peer),
        ...[figure(ratio(peer, limit)), figure(ratio(cell('naive'), limit))],
        figure(cpuRatio(ours, limit)),
      ];
    }),
  ]);
}

function judged(value: number | undefined, goal: number | undefined): string[] {
  if (goal === undefined) return [figure(value), '', ''];
  return [figure(value), `≥ ${goal}`, value === undefined ? '' : verdict(value >= goal)];
}
