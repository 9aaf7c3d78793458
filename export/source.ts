import { documentsOfKeys } from '../import/check/graph-keys.ts';
import { type RelationIdentity, relationOfId } from '../import/identity.ts';
import { type StoredDocumentRow, storedDocuments } from '../import/write/document-questions.ts';
import { type StoredEntityRow, storedEntities } from '../import/write/entity-questions.ts';
import { storedRelations } from '../import/write/relation-questions.ts';
import { type StatementState, statementsOfIds } from '../import/write/statement-questions.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import { compileQuestion } from '../src/graph/question.ts';
import type { GraphReader } from '../src/graph/reader.ts';
import { type ExportedDataset, exportedDatasets } from './dataset-question.ts';
import type { Scope, ScopeOptions } from './scope.ts';

export interface ExportedRelation extends RelationIdentity {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** With the dataset of its document. */
export type ExportedStatement = StatementState & { readonly dataset: string };

/** What is exported, read page by page as it is asked for. */
export interface Source {
  readonly client: GraphReader;
  readonly ontology: Ontology;
  readonly scope: Scope;
  /** Keys of the datasets whose word is told; null for all. */
  readonly told: ReadonlySet<string> | null;
  /** Whether it holds all that these datasets say. */
  readonly complete: boolean;
  datasets(): Promise<readonly ExportedDataset[]>;
  entities(): AsyncIterable<StoredEntityRow>;
  documents(): AsyncIterable<StoredDocumentRow>;
  statements(): AsyncIterable<ExportedStatement>;
  relations(): AsyncIterable<ExportedRelation>;
}

export function sourceOf({ client, ontology }: ScopeOptions, scope: Scope): Source {
  return {
    ...{ client, ontology, scope, told: scope.datasets, complete: scope.complete },
    async datasets() {
      const rows = await client.read(compileQuestion(exportedDatasets, {}));
      return rows.filter(({ key }) => scope.datasets?.has(key) ?? true);
    },
    async *entities() {
      for await (const keys of scope.entities()) {
        const rows = await client.read(compileQuestion(storedEntities, { ontology, keys }));
        yield* inOrderOf(keys, rows, ({ key }) => key);
      }
    },
    async *documents() {
      for await (const keys of scope.documents()) {
        const rows = await client.read(compileQuestion(storedDocuments, keys));
        yield* inOrderOf(keys, rows, ({ key }) => key);
      }
    },
    async *statements() {
      for await (const ids of scope.statements()) {
        const rows = await client.read(compileQuestion(statementsOfIds, ids));
        const documents = [...new Set(rows.map(({ document }) => document))];
        const owners = await client.read(compileQuestion(documentsOfKeys, documents));
        const ownerOf = new Map(owners.map(({ key, dataset }) => [key, dataset ?? '']));
        for (const state of inOrderOf(ids, rows, ({ id }) => id)) {
          yield { ...state, dataset: ownerOf.get(state.document) ?? '' };
        }
      }
    },
    async *relations() {
      for await (const { type, ids } of scope.relations()) {
        const rows = await client.read(compileQuestion(storedRelations, { ontology, type, ids }));
        for (const { id, properties } of inOrderOf(ids, rows, (row) => row.id)) {
          yield { ...relationOfId(id), properties };
        }
      }
    },
  };
}

/** What was deleted since its page was made is left out. */
function inOrderOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
