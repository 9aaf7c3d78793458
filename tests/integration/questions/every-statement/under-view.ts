import type { View } from '../../../../schema/claims/view.ts';
import type { Ontology } from '../../../../schema/ontology/define.ts';
import { variable } from '../../../../src/graph/cypher.ts';
import type { EntityFilter, RelationFilter } from '../../../../src/graph/filters/graph.ts';
import type { Order } from '../../../../src/graph/orders.ts';
import { countOf, type ListSource, pageOf } from '../../../../src/graph/page.ts';
import { parentsWith } from '../../../../src/graph/parents.ts';
import type { CompiledQuestion } from '../../../../src/graph/question.ts';
import { conflictList, conflictsOfStatement } from '../../../../src/graph/sources/conflicts.ts';
import { entityList } from '../../../../src/graph/sources/entities.ts';
import { relatedList } from '../../../../src/graph/sources/related.ts';
import { relationList } from '../../../../src/graph/sources/relations.ts';
import { statementList } from '../../../../src/graph/sources/statements.ts';
import { timelineList } from '../../../../src/graph/sources/timeline.ts';
import { whole } from './whole.ts';

const firstPage = { size: 20, backward: false, cursor: null };

/** With the parts of filters that a view changes. */
export function underView(
  view: View,
  ontology: Ontology,
  keys: readonly string[],
): CompiledQuestion<unknown>[] {
  const [entity, relation] = [whole('entity', ontology), whole('relation', ontology)];
  const orders: readonly Order[] = [{ field: 'FIRST_REPORTED', direction: 'DESC' }];
  const conditions: RelationFilter = {
    ...{ types: ['TARGETS'], modalities: ['FACT'], period: { eq: '2024-01-01' } },
    firstReported: { lt: '2025-01-01' },
  };
  const filter: EntityFilter = { relations: { some: conditions, count: { gte: 1 } } };
  const parent = variable('parent');
  const statement = whole('statement', ontology);
  const root: ListSource<unknown>[] = [
    entityList({ ontology, filter, view, orders, shape: entity }),
    relationList({
      ...{ ontology, filter: { ...conditions, other: filter }, view, shape: relation },
      orders: [{ field: 'SOURCE_COUNT', direction: 'DESC' }],
    }),
    statementList(
      {
        ...{ ontology, scope: 'all', filter: { subject: filter, disputed: false }, view },
        ...{ orders: [{ field: 'PUBLISHED', direction: 'DESC' }], shape: statement },
      },
      parent,
    ),
  ];
  const conflict = whole('conflict', ontology);
  root.push(conflictList({ ontology, filter: { about: filter }, view, shape: conflict }));
  const related = relatedList(
    {
      ...{ ontology, direction: 'OUT', other: filter, relation: conditions, view },
      ...{ orderBy: { of: 'entity', orders } },
      shapes: { relation, node: entity, summaryUnder: view },
    },
    parent,
  );
  return [
    ...root.flatMap((source) => [pageOf(source, firstPage, null), countOf(source, null)]),
    pageOf(related, firstPage, parentsWith('entity', keys, parent)),
    pageOf(
      timelineList({ ontology, view, shape: statement }, parent),
      firstPage,
      parentsWith('entity', keys, parent),
    ),
    pageOf(
      conflictsOfStatement({ view, shape: conflict }, parent),
      firstPage,
      parentsWith('statement', keys, parent),
    ),
  ];
}
