import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { CheckedDocument } from '../check/checked.ts';
import type { DocumentRecord, StatementRecord } from '../check/records.ts';
import type { Outcome } from '../report/tally.ts';
import type { Ref } from '../spool.ts';
import { applyStatements } from './apply-statements.ts';
import {
  documentAtPresent,
  outletsAsSaid,
  statementAsSaid,
  statementAtPresent,
} from './as-said.ts';
import { statementsOfDocuments, storedDocuments, writeDocuments } from './document-questions.ts';
import { documentRow, sameDocument } from './document-row.ts';
import { type StatementState, statementsOfIds } from './statement-questions.ts';
import { type DocumentOfStatement, statementState } from './statement-state.ts';
import type { Writing } from './writing.ts';

const batchSize = 1_000;

/** A document with some of its statements: all of them, unless they are too many for one batch. */
interface Part {
  readonly key: string;
  readonly document: CheckedDocument;
  readonly statements: readonly (readonly [id: string, ref: Ref])[];
  readonly last: boolean;
}

/** Brings every document of the input, with its statements, to what the input says. */
export async function writeInputDocuments(writing: Writing): Promise<void> {
  for (const parts of batches(writing.checked.documents)) {
    const { spools, transact, onWritten } = writing;
    const records = await spools.document.read(parts.map(({ document }) => document.ref));
    const claims = parts.flatMap(({ statements }) => statements);
    const claimRecords = await spools.statement.read(claims.map(([, ref]) => ref));
    const batch = {
      parts,
      documents: records.map(({ record }) => record),
      claims: claims.map(([id], index) => [id, claimRecords[index]?.record] as const),
    };
    await transact((run) => writeBatch(run, batch, writing));
    onWritten(parts.filter(({ last }) => last).length + claims.length);
  }
}

function* batches(documents: ReadonlyMap<string, CheckedDocument>): Generator<Part[]> {
  let batch: Part[] = [];
  let size = 0;
  for (const [key, document] of documents) {
    const all = [...document.statements];
    for (let start = 0; start === 0 || start < all.length; start += batchSize) {
      const statements = all.slice(start, start + batchSize);
      batch.push({ key, document, statements, last: start + batchSize >= all.length });
      size += statements.length + 1;
      if (size < batchSize) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

interface Batch {
  readonly parts: readonly Part[];
  readonly documents: readonly DocumentRecord[];
  readonly claims: readonly (readonly [id: string, record: StatementRecord | undefined])[];
}

async function writeBatch(run: Run, { parts, documents, claims }: Batch, writing: Writing) {
  const { ontology, checked, redirects } = writing;
  const said = documents.map((record, index) =>
    documentRow(record, parts[index]?.document.dataset ?? ''),
  );
  const rows = said.map((row) => documentAtPresent(row, redirects));
  const stored = await run(
    compileQuestion(
      storedDocuments,
      parts.map(({ key }) => key),
    ),
  );
  const storedByKey = new Map(stored.map((row) => [row.key, row]));
  const outcomes = rows.map((row) => {
    const before = storedByKey.get(row.key);
    const outcome: Outcome = before
      ? sameDocument(row, before)
        ? 'unchanged'
        : 'updated'
      : 'created';
    return ['document', row.key, outcome] as const;
  });
  const changed = rows.filter((_, index) => outcomes[index]?.[2] !== 'unchanged');
  if (changed.length > 0) await run(compileQuestion(writeDocuments, changed));
  const facts = new Map(
    said.map(
      ({ key, publisher, publishedAtLatest }) =>
        [...[key, { publisher, published: publishedAtLatest }]] as const,
    ),
  );
  const wanted = claims.flatMap(([id, record]) => {
    const document = record && facts.get(record.document);
    if (!document) return [];
    const state = statementState(id, record, document, ontology);
    return statementAtPresent(state, document, redirects, ontology);
  });
  const surplus = await surplusIds(run, parts);
  const ids = [...claims.map(([id]) => id), ...surplus];
  const states = storedByKey.size > 0 ? await run(compileQuestion(statementsOfIds, ids)) : [];
  const kept = states.flatMap((state) => {
    const dataset = checked.documents.get(state.document)?.dataset ?? '';
    if (!surplus.has(state.id)) return [];
    if (!checked.keeping.keepsStatementsOf(dataset, state.document)) return [];
    const [before, now] = [storedByKey.get(state.document), facts.get(state.document)];
    if (!before || !now) return state;
    return afterChange(state, outletsAsSaid(before).publisher, now, writing);
  });
  const statements = { wanted: [...wanted, ...kept], stored: states };
  const applied = await applyStatements(run, statements, ontology);
  return { ...applied, outcomes: [...outcomes, ...applied.outcomes] };
}

/** Statements that the graph has of these documents, and the input has not. */
async function surplusIds(run: Run, parts: readonly Part[]): Promise<Set<string>> {
  const complete = parts.filter(({ last }) => last);
  const known = new Map(complete.map(({ key, document }) => [key, document.statements]));
  const rows = await run(compileQuestion(statementsOfDocuments, [...known.keys()]));
  const surplus = rows.filter(({ document, id }) => !known.get(document)?.has(id));
  return new Set(surplus.map(({ id }) => id));
}

/** A statement that stays although the input does not repeat it, after its document has changed. */
function afterChange(
  state: StatementState,
  publisherBefore: string | null,
  now: DocumentOfStatement,
  { redirects, ontology }: Writing,
): StatementState {
  const said = statementAsSaid(state);
  const relayed = said.origin !== publisherBefore;
  const origin = relayed ? said.origin : now.publisher;
  return statementAtPresent({ ...said, origin }, now, redirects, ontology);
}
