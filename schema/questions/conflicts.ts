import type { PageArguments } from '../../src/graph/lists.ts';
import type { ConflictRow } from '../../src/graph/rows/conflict.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import { conflictList, conflictsOfStatement } from '../../src/graph/sources/conflicts.ts';
import { type StatementList, statementList } from '../../src/graph/sources/statements.ts';
import { defineConnection, forwardArguments, pageCost } from '../graphql/connections.ts';
import { type ConflictFilterInput, conflictFilter } from '../graphql/filter-inputs.ts';
import { defaultPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads, readsId } from '../graphql/reads.ts';
import { leadsToAll, rootList } from '../graphql/selection/leads.ts';
import { type InView, judgedInline, viewArgument, viewOf } from '../graphql/view.ts';

const conflict = reads<ConflictRow>();

/** `Conflict`, `conflicts`, and the conflicts of a statement. */
export function defineConflicts({ builder, ontology, enums, inputs, pageInfo, View }: Parts) {
  builder.node('Conflict', {
    description: 'Statements about one thing that cannot all be right.',
    id: readsId<ConflictRow>('Conflict')('id'),
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
        ...leadsToAll<ConflictRow>()('conflict', 'id')(({ view }: InView, { shape }) => {
          const orders = [{ field: 'PUBLISHED', direction: 'ASC' as const }];
          const list: StatementList = {
            ...{ ontology, scope: 'conflict', orders, shape: shape('statement') },
            view: viewOf(view, ontology),
          };
          return (parent) => statementList(list, parent);
        }, judgedInline),
      }),
    }),
  });
  builder.objectField('Statement', 'conflicts', (t) =>
    t.field({
      type: ['Conflict'],
      description:
        'The conflicts that it takes part in; under a view, where it and one that contradicts it belong to it.',
      args: { view: viewArgument(t.arg, View) },
      ...leadsToAll<StatementRow>()('statement', 'id')(({ view }: InView, { shape }) => {
        const list = { view: viewOf(view, ontology), shape: shape('conflict') };
        return (statement) => conflictsOfStatement(list, statement);
      }, judgedInline),
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
      resolve: rootList((args: ConflictsArguments, { shape }) => {
        const list = {
          ...{ ontology, shape: shape('conflict'), view: viewOf(args.view, ontology) },
          filter: args.filter ? conflictFilter(args.filter, ontology) : undefined,
        };
        return () => conflictList(list);
      }),
    }),
  );
}

interface ConflictsArguments extends PageArguments, InView {
  readonly filter?: ConflictFilterInput | null | undefined;
}
