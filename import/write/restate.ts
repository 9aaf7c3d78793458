import { groupBy } from '../../schema/claims/group-by.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { relationOfId } from '../identity.ts';
import type { Redirects } from '../redirects/redirects.ts';
import type { Done } from '../report/tally.ts';
import { storedSupport } from './apply-relations.ts';
import { applyStatements } from './apply-statements.ts';
import {
  documentAtPresent,
  outletsAsSaid,
  relationAtPresent,
  statementAsSaid,
  statementAtPresent,
} from './as-said.ts';
import { type DatasetSupport, supportKey } from './derive-relations.ts';
import {
  type StoredDocumentRow,
  statementsOfDocuments,
  storedDocuments,
  writeDocuments,
} from './document-questions.ts';
import { storedDocumentRow } from './document-row.ts';
import { documentsAround, givenRelationsAround, statementsAround } from './redirect-questions.ts';
import { storedRelations } from './relation-questions.ts';
import { type StatementState, statementsOfIds } from './statement-questions.ts';
import { applySupport } from './write-relations.ts';

export interface Restating {
  readonly ontology: Ontology;
  /** The entity at which everything lies that may lie elsewhere now. */
  readonly key: string;
  /** Only what was said under another key. */
  readonly redirected: boolean;
  readonly redirects: Redirects;
}

/** Says again what lies at an entity, with what the keys of the input stand for now. */
export async function restate(run: Run, restating: Restating): Promise<Done> {
  const { ontology } = restating;
  const documents = await restateDocuments(run, restating);
  const relations = await restateRelations(run, restating);
  const stored = await statementsToRestate(run, restating, documents);
  const wanted = await restated(run, stored, restating);
  const statements = await applyStatements(run, { wanted, stored }, ontology);
  return {
    outcomes: [...documents.map(updated), ...relations.outcomes, ...statements.outcomes],
    conflicts: [...relations.conflicts, ...(statements.conflicts ?? [])],
    concerned: [...relations.concerned, ...(statements.concerned ?? [])],
  };
}

function updated(key: string) {
  return ['document', key, 'updated'] as const;
}

/** Returns the keys of the documents. */
async function restateDocuments(run: Run, { key, redirected, redirects }: Restating) {
  const around = await run(compileQuestion(documentsAround, { key, redirected }));
  const keys = around.map((row) => row.key);
  const stored = await run(compileQuestion(storedDocuments, keys));
  const rows = stored.map((row) =>
    documentAtPresent({ ...storedDocumentRow(row), ...outletsAsSaid(row) }, redirects),
  );
  if (rows.length > 0) await run(compileQuestion(writeDocuments, rows));
  return keys;
}

async function restateRelations(run: Run, { ontology, key, redirected, redirects }: Restating) {
  const around = { ontology, key, redirected };
  const rows = await run(compileQuestion(givenRelationsAround, around));
  const supports = new Map<string, DatasetSupport[]>();
  for (const [type, ofType] of groupBy(rows, ({ id }) => relationOfId(id).type)) {
    const ids = ofType.map(({ id }) => id);
    const stored = await run(compileQuestion(storedRelations, { ontology, type, ids }));
    for (const each of stored.flatMap(storedSupport)) {
      const present = relationAtPresent(each.said, redirects, ontology);
      supports.set(present, [...(supports.get(present) ?? []), each]);
    }
  }
  const ids = [...rows.map(({ id }) => id), ...supports.keys()];
  return applySupport(
    run,
    ids,
    (id, stored) => {
      const staying = stored.filter(
        ({ said }) => relationAtPresent(said, redirects, ontology) === id,
      );
      const all = [...staying, ...(supports.get(id) ?? [])];
      return [...new Map(all.map((each) => [supportKey(each), each])).values()];
    },
    ontology,
  );
}

/** Those that lead to the entity, and those of documents whose outlet it is. */
async function statementsToRestate(
  run: Run,
  { key, redirected }: Restating,
  documents: readonly string[],
): Promise<StatementState[]> {
  const around = await run(compileQuestion(statementsAround, { key, redirected }));
  const published = await run(compileQuestion(statementsOfDocuments, documents));
  const ids = [...new Set([...around, ...published].map(({ id }) => id))];
  return ids.length > 0 ? run(compileQuestion(statementsOfIds, ids)) : [];
}

async function restated(
  run: Run,
  states: readonly StatementState[],
  { redirects, ontology }: Restating,
): Promise<StatementState[]> {
  const keys = [...new Set(states.map(({ document }) => document))];
  const documents = await run(compileQuestion(storedDocuments, keys));
  const byKey = new Map(documents.map((row) => [row.key, row]));
  return states.map((state) => {
    const document = byKey.get(state.document);
    return statementAtPresent(statementAsSaid(state), factsOf(document), redirects, ontology);
  });
}

function factsOf(document: StoredDocumentRow | undefined) {
  const published = (document?.properties.published ?? null) as string | null;
  return { publisher: document ? outletsAsSaid(document).publisher : null, published };
}
