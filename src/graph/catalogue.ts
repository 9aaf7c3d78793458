import { everything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { graphCounts } from '../../schema/questions/stats.ts';
import { attributeClaims } from './attribute-claims.ts';
import { comparableStatements } from './comparable-statements.ts';
import { variable } from './cypher.ts';
import type { ConflictFilter } from './filters/conflicts.ts';
import type { EntityFilter, RelationFilter } from './filters/graph.ts';
import type { StatementFilter } from './filters/statements.ts';
import type { ListUnder } from './lists.ts';
import { rowsByKey, withKeys } from './loaders.ts';
import { findMatches, type Pattern } from './matches.ts';
import type { Order } from './orders.ts';
import { countOf, type ListSource, outsideOf, pageOf } from './page.ts';
import { type ParentKind, parentsWith } from './parents.ts';
import { findPaths, hubsBetween, pathModes } from './paths.ts';
import { type CompiledQuestion, compileQuestion } from './question.ts';
import { findReachable } from './reachable.ts';
import { supportOfRelations } from './relation-support.ts';
import { datasetRevisions } from './revision.ts';
import { catalogueOf, type RowKind } from './rows/kinds.ts';
import { countSearch, searchEntities } from './search.ts';
import { wholeShape } from './select/shape.ts';
import { conflictList, conflictsOfStatement } from './sources/conflicts.ts';
import { documentList } from './sources/documents.ts';
import { entityList, mentionedList } from './sources/entities.ts';
import { relatedList } from './sources/related.ts';
import { relationList } from './sources/relations.ts';
import { statementList } from './sources/statements.ts';
import { timelineList } from './sources/timeline.ts';
import { growSubgraphs } from './subgraphs.ts';
import type { Traversal } from './traversal.ts';

/** Every Cypher statement that the server may send, with arguments that show all its parts. */
export function catalogue(ontology: Ontology): CompiledQuestion<unknown>[] {
  const keys = ['xiaomi', 'lei-jun'];
  const search = { ontology, query: 'Xiaomi München', types: ['Company', 'Plan'] };
  return [
    ...(['entity', 'document', 'statement', 'relation', 'conflict'] as const).map((kind) =>
      withKeys<unknown>(rowsByKey(kind, whole(kind, ontology) as never), keys),
    ),
    ...views.map((view) => attributeClaims(ontology, keys, { predicates: ['DUE'], view })),
    ...views.map((view) => compileQuestion(comparableStatements, { ontology, ids: keys, view })),
    compileQuestion(supportOfRelations, { keys }),
    compileQuestion(datasetRevisions, null),
    compileQuestion(graphCounts, { ontology }),
    ...views.flatMap((view) => [
      compileQuestion(searchEntities, {
        ...search,
        view,
        skip: 0,
        limit: 10,
        shape: whole('entity', ontology),
      }),
      compileQuestion(countSearch, { ...search, view }),
    ]),
    ...traversals(ontology, keys),
    ...lists(ontology).flatMap(({ list, parent }) => pages(list, parent, keys)),
    ...views.flatMap((view) => underView(view, ontology, keys)),
  ];
}

function traversals(ontology: Ontology, keys: readonly string[]): CompiledQuestion<unknown>[] {
  const bare: Traversal = { ontology, direction: 'BOTH', minHops: 1, maxHops: 3 };
  const full: Traversal = {
    ...{ ...bare, direction: 'OUT', minHops: 2, view: views[1] },
    filter: {
      ...{ modalities: ['FACT'], other: { types: ['Company'] } },
      not: { types: ['OWNS'] },
    },
    ...{ through: { types: ['Company'] }, avoid: ['nikkei'], maxDegree: 100 },
  };
  const sought: EntityFilter = { types: ['Plan'], relations: { some: { types: ['TARGETS'] } } };
  const [node, relation] = [whole('entity', ontology), whole('relation', ontology)];
  const limits = { maxNodes: 10, maxRelations: 10 };
  return [bare, full].flatMap((via) => {
    const shapes = { node, relation, summaryUnder: via.view ?? null };
    const page = { skip: 0, limit: 6, shapes };
    return [
      ...pathModes.map((mode) =>
        compileQuestion(findPaths, { via, mode, from: ['lei-jun'], to: ['germany'], ...page }),
      ),
      compileQuestion(findReachable, { via, keys, withPaths: false, ...page }),
      compileQuestion(findReachable, { via, keys, withPaths: true, filter: sought, ...page }),
      compileQuestion(findMatches, { pattern: patternOf(via), maxHops: 4, ...page }),
      compileQuestion(growSubgraphs, { via, roots: [keys], limits, shapes }),
      ...(via.maxDegree
        ? [compileQuestion(hubsBetween, { via, from: keys, to: ['germany'] })]
        : []),
    ];
  });
}

function patternOf({ ontology, view, filter }: Traversal): Pattern {
  const step = { ontology, view, filter, direction: 'OUT', minHops: 1, maxHops: 1 } as const;
  return {
    ...{ ontology, view },
    nodes: [{ keys: ['lei-jun'] }, { types: ['Company', 'Plan'] }, {}],
    steps: [
      { ...step, types: ['FOUNDED'] },
      { ...step, maxHops: 3 },
    ],
  };
}

function whole<Kind extends RowKind>(kind: Kind, ontology: Ontology) {
  return wholeShape(catalogueOf(kind, ontology));
}

interface Listed {
  readonly list: ListUnder<unknown>;
  readonly parent: ParentKind | null;
}

function pages(list: ListUnder<unknown>, kind: ParentKind | null, keys: readonly string[]) {
  const parent = variable('parent');
  const source = list(parent);
  const parents = kind && parentsWith(kind, keys, parent);
  const values = source.columns.map((column) =>
    column.kind === 'number' ? 1 : examples[column.kind],
  );
  const page = { size: 20, backward: false, cursor: null };
  return [
    pageOf(source, page, parents),
    pageOf(source, { ...page, cursor: values }, parents),
    pageOf(source, { ...page, backward: true, cursor: values }, parents),
    outsideOf(source, { ...page, cursor: values }, parents),
    countOf(source, parents),
  ];
}

const examples = { text: 'm', date: '2024-01-01' } as const;

function lists(ontology: Ontology): Listed[] {
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

/** Everything; each condition there is; disputes only. */
const views: readonly View[] = [
  everything,
  {
    ...{ knownAt: '2025-12-31', validAt: '2024-01-01', modalities: ['FACT', 'REPORTED'] },
    ...{ publishers: ['nikkei'], minIndependentSources: 2, disputed: 'EXCLUDE' },
  },
  { disputed: 'ONLY' },
];

const firstPage = { size: 20, backward: false, cursor: null };

/** With the parts of filters that a view changes. */
function underView(
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

const relationFilter: RelationFilter = {
  ...{ types: ['ANNOUNCED', 'TARGETS'], modalities: ['FACT'], role: { eq: 'CEO' } },
  ...{ period: { eq: '2024-01-01' }, firstReported: { lt: '2025-01-01' } },
  ...{ from: { types: ['Person'] }, to: { keys: ['germany'] }, other: { name: { eq: 'Xiaomi' } } },
  or: [{ types: ['LEADS'] }, { not: { types: ['OWNS'] } }],
};

const entityFilter: EntityFilter = {
  ...{ types: ['Company', 'Plan'], keys: ['xiaomi'], name: { startsWith: 'xi', in: ['Xiaomi'] } },
  relations: { some: relationFilter, none: { types: ['OWNS'] }, count: { gte: 1 } },
  and: [{ not: { types: ['Place'] } }],
};

const placeFilter: EntityFilter = {
  properties: { kind: ['COUNTRY'], countryCode: { eq: 'de' } },
};

const statementFilter: StatementFilter = {
  ...{ subject: entityFilter, object: { types: ['Plan'] }, predicates: ['DUE'] },
  ...{ modalities: ['FACT'], polarity: 'AFFIRMED', published: { gt: '2020-01-01' } },
  ...{ attributedTo: ['lei-jun'], origins: ['nikkei'], documents: ['d'], disputed: false },
  or: [{ polarity: 'NEGATED' }],
};

const conflictFilter: ConflictFilter = {
  ...{ kinds: ['VALUE'], about: { keys: ['xiaomi'] }, predicates: ['PRICE'], documents: ['d'] },
  not: { kinds: ['TIME'] },
};
