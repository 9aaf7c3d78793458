import type { Cell } from '../measuring/rounds.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import { goalConnections, goals } from './goals.ts';
import { figure, table, verdict } from './markdown.ts';
import { cellOf, cpuRatio, ratio } from './ratios.ts';

/** Our throughput as a ratio to the other servers', beside what it has to be. */
export function ratioTable(cells: readonly Cell[], queries: readonly BenchQuery[]): string {
  return table([
    [
      ...['', 'ours × limit', 'goal', '', 'in the end'],
      ...['ours × @neo4j/graphql', 'goal', ''],
      ...['@neo4j/graphql × limit', 'N+1 × limit', 'CPU per request × limit'],
    ],
    ...queries.map(({ name, title }) => {
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
  if (value === undefined || goal === undefined) return [figure(value), '', ''];
  return [figure(value), `≥ ${goal}`, verdict(value >= goal)];
}
