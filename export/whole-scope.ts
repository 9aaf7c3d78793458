import { compileQuestion } from '../src/graph/question.ts';
import { chunked, paged, type Scope, type ScopeOptions } from './scope.ts';
import { documentKeys, entityKeys, relationIds, statementPlaces } from './scope-questions.ts';

/** How many documents are asked for their statements at once. */
const documentsAtOnce = 50;

/** All of the graph, or all that one dataset says of it and what that needs. */
export function wholeScope({ client, ontology }: ScopeOptions, dataset: string | null): Scope {
  const of = { ontology, dataset };
  async function* keys(asked: typeof entityKeys | typeof documentKeys) {
    const pages = paged<{ key: string }>((last) =>
      client.read(compileQuestion(asked, { ...of, after: last?.key ?? '' })),
    );
    for await (const rows of pages) yield rows.map(({ key }) => key);
  }
  return {
    datasets: dataset === null ? null : new Set([dataset]),
    complete: true,
    entities: () => keys(entityKeys),
    documents: () => keys(documentKeys),
    async *statements() {
      for await (const documents of keys(documentKeys)) {
        for (const some of chunked(documents, documentsAtOnce)) {
          const pages = paged<{ document: string; id: string }>((last) => {
            const after = last ?? { document: '', id: '' };
            const left = some.filter((key) => key >= after.document);
            return client.read(compileQuestion(statementPlaces, { documents: left, after }));
          });
          for await (const rows of pages) yield rows.map(({ id }) => id);
        }
      }
    },
    async *relations() {
      for (const type of Object.keys(ontology.relations)) {
        const pages = paged<{ id: string }>((last) =>
          client.read(compileQuestion(relationIds, { ...of, type, after: last?.id ?? '' })),
        );
        for await (const rows of pages) yield { type, ids: rows.map(({ id }) => id) };
      }
    },
  };
}
