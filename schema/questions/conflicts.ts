import { loadConflictsOfStatement, loadStatementsOfConflict } from '../../src/graph/conflicts.ts';
import { listPage } from '../../src/graph/lists.ts';
import type { ConflictRow } from '../../src/graph/rows/conflict.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import { conflictList } from '../../src/graph/sources/conflicts.ts';
import { defineConnection, forwardArguments, pageCost } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { type ConflictFilterInput, conflictFilter } from '../graphql/filter-inputs.ts';
import { defaultPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import { type InView, viewArgument, viewOf } from '../graphql/view.ts';

const conflict = reads<ConflictRow>();

/** `Conflict`, `conflicts`, and the conflicts of a statement. */
export function defineConflicts({ builder, ontology, enums, inputs, pageInfo, View }: Parts) {
  builder.node('Conflict', {
    description: 'Statements about one thing that cannot all be right.',
    id: { ...conflict('id')(({ id }) => id) },
    fields: (t) => ({
      kind: t.field({
        type: enums.ConflictKind,
        description: 'In what they contradict each other.',
        ...conflict('kind')(({ kind }) => kind),
      }),
      statements: t.field({
        type: ['Statement'],
        description:
          'Those that contradict another, in order of publication; under a view, those of them that belong to it.',
        args: { view: viewArgument(t.arg, View) },
        ...follows<ConflictRow>()('id')(({ id }, { view }: InView, context: Context) =>
          loadStatementsOfConflict(context, id, viewOf(view, ontology)),
        ),
      }),
    }),
  });
  builder.objectField('Statement', 'conflicts', (t) =>
    t.field({
      type: ['Conflict'],
      description:
        'The conflicts that it takes part in; under a view, where it and one that contradicts it belong to it.',
      args: { view: viewArgument(t.arg, View) },
      ...follows<StatementRow>()('id')(({ id }, { view }: InView, context: Context) =>
        loadConflictsOfStatement(context, id, viewOf(view, ontology)),
      ),
    }),
  );
  const connection = defineConnection<ConflictRow>(builder, pageInfo, 'Conflict', {
    type: 'Conflict',
    of: (row) => row,
  });
  builder.queryField('conflicts', (t) =>
    t.field({
      type: connection,
      description:
        'All conflicts, by what they are about; under a view, those of which two statements that contradict each other belong to it.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: inputs.ConflictFilter, description: 'Which conflicts.' }),
        view: viewArgument(t.arg, View),
        ...forwardArguments(t.arg, defaultPage),
      },
      resolve: (_root, args, context) => {
        const filter = args.filter
          ? conflictFilter(args.filter as ConflictFilterInput, ontology)
          : undefined;
        const view = viewOf(args.view, ontology);
        const source = conflictList({ ontology, filter, view });
        const place = { identity: [filter, view], parent: null };
        return listPage(context, source, place, args, defaultPage);
      },
    }),
  );
}
