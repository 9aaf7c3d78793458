import { everything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { graphCounts } from '../../schema/questions/stats.ts';
import { attributeClaims } from './attribute-claims.ts';
import { comparableStatements } from './comparable-statements.ts';
import { conflictsOfStatements, statementsOfConflicts } from './conflicts.ts';
import type { ConflictFilter } from './filters/conflicts.ts';
import type { EntityFilter, RelationFilter } from './filters/graph.ts';
import type { StatementFilter } from './filters/statements.ts';
import {
  conflictsById,
  documentsByKey,
  entitiesByKey,
  relationsById,
  statementsById,
} from './loaders.ts';
import { findMatches, type Pattern } from './matches.ts';
import type { Order } from './orders.ts';
import { countOf, type ListSource, outsideOf, pageOf } from './page.ts';
import { findPaths, hubsBetween, pathModes } from './paths.ts';
import { type CompiledQuestion, compileQuestion } from './question.ts';
import { findReachable } from './reachable.ts';
import { supportOfRelations } from './relation-support.ts';
import { datasetRevisions } from './revision.ts';
import { countSearch, searchEntities } from './search.ts';
import { conflictList } from './sources/conflicts.ts';
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
    compileQuestion(entitiesByKey, { ontology, keys }),
    compileQuestion(documentsByKey, { ontology, keys }),
    compileQuestion(statementsById, { ontology, keys }),
    compileQuestion(relationsById, { ontology, keys }),
    ...views.map((view) =>
      compileQuestion(attributeClaims, { ontology, subjects: keys, predicates: ['DUE'], view }),
    ),
    ...views.flatMap((view) => [
      compileQuestion(statementsOfConflicts, { keys, view }),
      compileQuestion(conflictsOfStatements, { keys, view }),
      compileQuestion(comparableStatements, { ontology, ids: keys, view }),
    ]),
    compileQuestion(conflictsById, { ontology, keys }),
    compileQuestion(supportOfRelations, { keys }),
    compileQuestion(datasetRevisions, null),
    compileQuestion(graphCounts, { ontology }),
    ...views.flatMap((view) => [
      compileQuestion(searchEntities, { ...search, view, skip: 0, limit: 10 }),
      compileQuestion(countSearch, { ...search, view }),
    ]),
    ...traversals(ontology, keys),
    ...lists(ontology).flatMap((source) => pages(source, keys)),
    ...views
      .flatMap((view) => listsUnder(view, ontology))
      .flatMap((source) => [pageOf(source, firstPage, keys), countOf(source, keys)]),
  ];
}

function traversals(ontology: Ontology, keys: readonly string[]): CompiledQuestion<unknown>[] {
  const [, view] = views;
  const bare: Traversal = { ontology, direction: 'BOTH', minHops: 1, maxHops: 3 };
  const full: Traversal = {
    ...{ ...bare, direction: 'OUT', minHops: 2, view },
    filter: {
      ...{ modalities: ['FACT'], other: { types: ['Company'] } },
      not: { types: ['OWNS'] },
    },
    ...{ through: { types: ['Company'] }, avoid: ['nikkei'], maxDegree: 100 },
  };
  const sought: EntityFilter = { types: ['Plan'], relations: { some: { types: ['TARGETS'] } } };
  const page = { skip: 0, limit: 6 };
  const limits = { maxNodes: 10, maxRelations: 10 };
  return [bare, full].flatMap((via) => [
    ...pathModes.map((mode) =>
      compileQuestion(findPaths, { via, mode, from: ['lei-jun'], to: ['germany'], ...page }),
    ),
    compileQuestion(findReachable, { via, keys, withPaths: false, ...page }),
    compileQuestion(findReachable, { via, keys, withPaths: true, filter: sought, ...page }),
    compileQuestion(findMatches, { pattern: patternOf(via), maxHops: 4, ...page }),
    compileQuestion(growSubgraphs, { via, roots: [keys], limits }),
    ...(via.maxDegree ? [compileQuestion(hubsBetween, { via, from: keys, to: ['germany'] })] : []),
  ]);
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

function pages(source: ListSource<unknown>, parents: readonly string[]) {
  const values = source.columns.map(({ kind }) => (kind === 'number' ? 1 : examples[kind]));
  return [
    pageOf(source, firstPage, parents),
    pageOf(source, { ...firstPage, cursor: values }, parents),
    pageOf(source, { ...firstPage, backward: true, cursor: values }, parents),
    outsideOf(source, { ...firstPage, cursor: values }, parents),
    countOf(source, parents),
  ];
}

const firstPage = { size: 20, backward: false, cursor: null };
const examples = { text: 'm', date: '2024-01-01' } as const;

/** Everything; each condition there is; disputes only. */
const views: readonly View[] = [
  everything,
  {
    ...{ knownAt: '2025-12-31', validAt: '2024-01-01', modalities: ['FACT', 'REPORTED'] },
    ...{ publishers: ['nikkei'], minIndependentSources: 2, disputed: 'EXCLUDE' },
  },
  { disputed: 'ONLY' },
];

const orders: readonly Order[] = [
  { field: 'FIRST_REPORTED', direction: 'DESC' },
  { field: 'NAME', direction: 'ASC' },
];

function lists(ontology: Ontology): ListSource<unknown>[] {
  return [
    entityList({ ontology, filter: entityFilter, orders }),
    entityList({ ontology, type: 'Place', filter: placeFilter, orders }),
    mentionedList({ ontology, orders }),
    relatedList({
      ...{ ontology, direction: 'OUT', other: entityFilter, relation: relationFilter },
      orderBy: { of: 'entity', orders },
    }),
    relatedList({
      ...{ ontology, types: ['ANNOUNCED'], direction: 'IN' },
      orderBy: { of: 'relation', orders: [{ field: 'TYPE', direction: 'ASC' }] },
    }),
    relationList({
      ...{ ontology, filter: relationFilter },
      orders: [{ field: 'SOURCE_COUNT', direction: 'DESC' }],
    }),
    ...statementScopes.map((scope) =>
      statementList({
        ...{ ontology, scope, filter: statementFilter },
        orders: [{ field: 'PUBLISHED', direction: 'DESC' }],
      }),
    ),
    conflictList({ ontology, filter: conflictFilter }),
    timelineList(ontology, everything),
    documentList({
      filter: {
        ...{ title: { contains: 'Xiaomi' }, language: ['de'], published: { gte: '2022-01-01' } },
        ...{ publisher: ['nikkei'], basedOn: ['nikkei'], not: { language: ['en'] } },
      },
      orders: [{ field: 'PUBLISHED', direction: 'DESC' }],
    }),
  ];
}

const statementScopes = ['all', 'entity', 'document', 'relation'] as const;

/** With the parts of filters that a view changes. */
function listsUnder(view: View, ontology: Ontology): ListSource<unknown>[] {
  const relation: RelationFilter = {
    ...{ types: ['TARGETS'], modalities: ['FACT'], period: { eq: '2024-01-01' } },
    firstReported: { lt: '2025-01-01' },
  };
  const filter: EntityFilter = { relations: { some: relation, count: { gte: 1 } } };
  return [
    entityList({ ontology, filter, view, orders }),
    relatedList({
      ...{ ontology, direction: 'OUT', other: filter, relation, view },
      orderBy: { of: 'entity', orders },
    }),
    conflictList({ ontology, filter: { about: filter }, view }),
    timelineList(ontology, view),
    relationList({
      ...{ ontology, filter: { ...relation, other: filter }, view },
      orders: [{ field: 'SOURCE_COUNT', direction: 'DESC' }],
    }),
    ...statementScopes.map((scope) =>
      statementList({
        ...{ ontology, scope, filter: { subject: filter, disputed: false }, view },
        orders: [{ field: 'PUBLISHED', direction: 'DESC' }],
      }),
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
