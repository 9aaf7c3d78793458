import type { Ontology } from '../../../../schema/ontology/define.ts';
import type { ListUnder } from '../../../../src/graph/lists.ts';
import type { Order } from '../../../../src/graph/orders.ts';
import type { ParentKind } from '../../../../src/graph/parents.ts';
import { conflictList } from '../../../../src/graph/sources/conflicts.ts';
import { documentList } from '../../../../src/graph/sources/documents.ts';
import { entityList, mentionedList } from '../../../../src/graph/sources/entities.ts';
import { relatedList } from '../../../../src/graph/sources/related.ts';
import { relationList } from '../../../../src/graph/sources/relations.ts';
import { statementList } from '../../../../src/graph/sources/statements.ts';
import { timelineList } from '../../../../src/graph/sources/timeline.ts';
import {
  conflictFilter,
  entityFilter,
  placeFilter,
  relationFilter,
  statementFilter,
} from './filters.ts';
import type { Listed } from './pages.ts';
import { whole } from './whole.ts';

/** Every list, with every filter. */
export function lists(ontology: Ontology): Listed[] {
  const orders: readonly Order[] = [
    { field: 'FIRST_REPORTED', direction: 'DESC' },
    { field: 'NAME', direction: 'ASC' },
  ];
  const [entity, relation] = [whole('entity', ontology), whole('relation', ontology)];
  const shapes = { relation, node: entity, summaryUnder: null };
  const atRoot = (list: ListUnder<unknown>): Listed => ({ list, parent: null });
  const under = (parent: ParentKind, list: ListUnder<unknown>): Listed => ({ list, parent });
  return [
    atRoot(() => entityList({ ontology, filter: entityFilter, orders, shape: entity })),
    atRoot(() =>
      entityList({ ontology, type: 'Place', filter: placeFilter, orders, shape: entity }),
    ),
    under('document', (document) => mentionedList({ ontology, orders, shape: entity }, document)),
    under('entity', (parent) =>
      relatedList(
        {
          ...{ ontology, direction: 'OUT', other: entityFilter, relation: relationFilter },
          ...{ orderBy: { of: 'entity', orders }, shapes },
        },
        parent,
      ),
    ),
    under('entity', (parent) =>
      relatedList(
        {
          ...{ ontology, types: ['ANNOUNCED'], direction: 'IN', otherType: 'Person', shapes },
          orderBy: { of: 'relation', orders: [{ field: 'TYPE', direction: 'ASC' }] },
        },
        parent,
      ),
    ),
    atRoot(() =>
      relationList({
        ...{ ontology, filter: relationFilter, shape: relation },
        orders: [{ field: 'SOURCE_COUNT', direction: 'DESC' }],
      }),
    ),
    ...(['all', 'entity', 'document', 'relation', 'conflict'] as const).map(
      (scope): Listed => ({
        parent: scope === 'all' ? null : scope,
        list: (parent) =>
          statementList(
            {
              ...{ ontology, scope, filter: statementFilter },
              ...{ shape: whole('statement', ontology) },
              orders: [{ field: 'PUBLISHED', direction: 'DESC' }],
            },
            parent,
          ),
      }),
    ),
    atRoot(() =>
      conflictList({ ontology, filter: conflictFilter, shape: whole('conflict', ontology) }),
    ),
    under('entity', (parent) =>
      timelineList({ ontology, shape: whole('statement', ontology) }, parent),
    ),
    atRoot(() =>
      documentList({
        filter: {
          ...{ title: { contains: 'Xiaomi' }, language: ['de'], published: { gte: '2022-01-01' } },
          ...{ publisher: ['nikkei'], basedOn: ['nikkei'], not: { language: ['en'] } },
        },
        orders: [{ field: 'PUBLISHED', direction: 'DESC' }],
        shape: whole('document', ontology),
      }),
    ),
  ];
}
