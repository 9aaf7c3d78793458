import type { Ontology } from '../../../../schema/ontology/define.ts';
import { graphCounts } from '../../../../schema/questions/stats.ts';
import { attributeClaims } from '../../../../src/graph/attribute-claims.ts';
import {
  changeCount,
  changesAfter,
  changesOutside,
  latestChange,
  pageOfChanges,
} from '../../../../src/graph/changes.ts';
import { comparableStatements } from '../../../../src/graph/comparable-statements.ts';
import { rowsByKey, withKeys } from '../../../../src/graph/loaders.ts';
import { type CompiledQuestion, compileQuestion } from '../../../../src/graph/question.ts';
import { redirects } from '../../../../src/graph/redirects.ts';
import { supportOfRelations } from '../../../../src/graph/relation-support.ts';
import { datasetRevisions, graphRevisions } from '../../../../src/graph/revision.ts';
import { countSearch, searchEntities } from '../../../../src/graph/search.ts';
import { lists } from './lists.ts';
import { pages } from './pages.ts';
import { traversals } from './traversals.ts';
import { underView } from './under-view.ts';
import { views } from './views.ts';
import { whole } from './whole.ts';

const changeQuestions: CompiledQuestion<unknown>[] = [null, ['xiaomi']].flatMap((about) => [
  ...[null, [7]].flatMap((cursor) =>
    [true, false].map((backward) =>
      compileQuestion(pageOfChanges, { about, page: { size: 20, backward, cursor } }),
    ),
  ),
  compileQuestion(changesOutside, { about, page: { size: 20, backward: false, cursor: [7] } }),
  compileQuestion(changeCount, { about }),
  compileQuestion(changesAfter, { about, sequence: 7, limit: 100 }),
  compileQuestion(latestChange, null),
]);

/** Every Cypher statement that the server may send, with arguments that show all its parts. */
export function catalogue(ontology: Ontology): CompiledQuestion<unknown>[] {
  const keys = ['xiaomi', 'lei-jun'];
  const search = { ontology, query: 'Xiaomi München', types: ['Company', 'Plan'] };
  return [
    ...(['entity', 'document', 'statement', 'relation', 'conflict'] as const).map((kind) =>
      withKeys<unknown>(rowsByKey(kind, whole(kind, ontology) as never), keys),
    ),
    ...views.map((view) => attributeClaims(ontology, keys, { predicates: ['DUE'], view })),
    ...views.map((view) => comparableStatements(ontology, keys, view)),
    compileQuestion(supportOfRelations, { keys }),
    compileQuestion(datasetRevisions, null),
    compileQuestion(graphRevisions, null),
    compileQuestion(redirects, null),
    ...changeQuestions,
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
