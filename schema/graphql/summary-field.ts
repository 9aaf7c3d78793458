import { loadSupport } from '../../src/graph/relation-support.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import { readSupport, supportValues } from '../../src/graph/rows/support.ts';
import type { RelationSummary } from '../claims/relation-summary.ts';
import { summaryInView } from '../claims/summary-in-view.ts';
import { isEverything } from '../claims/view.ts';
import { loaded } from './loaded.ts';
import type { BranchMaker } from './selection/ask.ts';
import { orHeld } from './selection/or-held.ts';
import { type InView, viewOf } from './view.ts';

export const evidenceColumns = [
  ...(['statementCount', 'documentCount', 'independentSourceCount'] as const),
  ...(['firstReported', 'lastReported', 'disputed'] as const),
] as const satisfies readonly (keyof RelationRow)[];

/**
 * A field of what stands behind a relation, under a view of its own. Without one it is read off the
 * relation's columns; with one it is computed from what the relation carries of its statements.
 */
export function summaryField<Result>(
  columns: readonly (keyof RelationRow)[],
  of: (summary: RelationSummary) => Result,
) {
  const branch: BranchMaker = (args: InView, { ontology }) => {
    const view = viewOf(args.view, ontology);
    if (isEverything(view)) return null;
    return {
      value: supportValues,
      read: (raw) => of(summaryInView(readSupport(raw as unknown[]), view)) ?? null,
    };
  };
  return {
    extensions: { follows: ['id', ...columns], branch },
    resolve: orHeld<RelationRow, InView, Result>(async (row, args, context) => {
      const view = viewOf(args.view, context.ontology);
      if (isEverything(view)) return of(row);
      const support = await loaded(loadSupport(context, row.id), () => `relation ${row.id}`);
      return of(summaryInView(support, view));
    }),
  };
}
