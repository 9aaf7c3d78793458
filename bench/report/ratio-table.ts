import type { Cell } from '../measuring/rounds.ts';
import { type Goal, goalConnections, goals } from './goals.ts';
import { figure, table } from './markdown.ts';
import { cellOf, ratio } from './ratios.ts';

/** Our throughput as a ratio to the other servers', beside what it has to be. */
export function ratioTable(cells: readonly Cell[], queries: readonly string[]): string {
  return table([
    [
      '',
      '× limit',
      'goal',
      '',
      '× @neo4j/graphql',
      'goal',
      '',
      '@neo4j/graphql × limit',
      'N+1 × limit',
    ],
    ...queries.map((query) => {
      const cell = (server: Cell['server']) => cellOf(cells, query, server, goalConnections);
      const [ours, peer, limit] = [cell('ours'), cell('peer'), cell('limit')];
      return [
        query,
        ...judged(ratio(ours, limit), query, 'limit'),
        ...judged(ratio(ours, peer), query, 'peer'),
        figure(ratio(peer, limit)),
        figure(ratio(cell('naive'), limit)),
      ];
    }),
  ]);
}

function judged(value: number | undefined, query: string, goal: 'limit' | 'peer'): string[] {
  const wanted: Goal | undefined = goals[query];
  if (value === undefined || !wanted) return [figure(value), '', ''];
  const end = goal === 'limit' ? `, in the end ${wanted.limitInTheEnd}` : '';
  return [figure(value), `≥ ${wanted[goal]}${end}`, value >= wanted[goal] ? 'met' : '**not met**'];
}
