import { statementId } from '../identity.ts';
import type { CheckedDocument } from './checked.ts';
import type { Spooled } from './context.ts';
import { accept, batchSize, type CheckContext, datasetOf, refuseEntry } from './context.ts';
import { changedPassageProblem, passageProblem } from './passages.ts';
import type { Problem } from './problem.ts';
import { brokenReference, statementReferences } from './references.ts';

/** Whatever a statement names is there and of a fitting type, and its passage is where it says. */
export async function checkStatements(context: CheckContext): Promise<void> {
  for await (const batch of context.spools.statement.batches(batchSize)) {
    const references = batch.flatMap(({ record }) => statementReferences(record, context.ontology));
    await context.known.look(
      references.map(({ key }) => key).filter((key) => !context.known.inInput(key)),
    );
    for (const entry of batch) await checkStatement(context, entry);
    context.onChecked(batch.length);
  }
}

async function checkStatement(context: CheckContext, entry: Spooled<'statement'>): Promise<void> {
  const dataset = datasetOf(context, entry);
  if (dataset === null) return;
  const { record, ref } = entry;
  const document = context.checked.documents.get(record.document);
  const id = statementId(record, context.ontology);
  const problem =
    document?.dataset === dataset
      ? (brokenReference(statementReferences(record, context.ontology), context.known) ??
        wrongVia(entry, document) ??
        repeated(id, document) ??
        (await wrongPassage(context, entry, document)))
      : noDocument(record.document, document);
  if (!problem && document) {
    accept(context, dataset, 'statement', asStored(entry, document));
    document.statements.set(id, ref);
    context.accepting?.statement(id, record);
  } else if (problem) {
    await refuseEntry(context, 'statement', entry, problem);
  }
}

/** Two that lie in the graph alike count alike for the revision. */
function asStored(entry: Spooled<'statement'>, { publisher }: CheckedDocument) {
  const { record } = entry;
  const via = record.via === publisher ? undefined : record.via;
  const attributedTo = [...new Set(record.attributedTo)].sort();
  const value = record.value && {
    ...record.value,
    approximate: record.value.approximate || undefined,
  };
  return { ...entry, record: { ...record, value, attributedTo, via } };
}

function noDocument(key: string, document: CheckedDocument | undefined): Problem {
  const path = '/document';
  if (document) {
    const message = `the document "${key}" belongs to the dataset ${document.dataset}; state it there`;
    return { path, code: 'DOCUMENT_OWNED', message };
  }
  const message = `there is no document "${key}" in this dataset, or it was rejected; add or correct it`;
  return { path, code: 'DANGLING_KEY', message };
}

function wrongVia({ record }: Spooled<'statement'>, { basedOn }: CheckedDocument): Problem | null {
  const { via } = record;
  if (via === undefined || basedOn.includes(via)) return null;
  const listed = basedOn.length > 0 ? `only ${basedOn.join(', ')}` : 'nothing';
  const message = `the document is based on ${listed}; add "${via}" to its basedOn, or correct via`;
  return { path: '/via', code: 'DANGLING_KEY', message };
}

function repeated(id: string, { statements }: CheckedDocument): Problem | null {
  if (!statements.has(id)) return null;
  const message =
    'the document makes this claim before: same subject, predicate, object or value, qualifiers and passage start; keep one';
  return { path: '', code: 'DUPLICATE_STATEMENT', message };
}

async function wrongPassage(
  { checked, copies }: CheckContext,
  { record: { passage } }: Spooled<'statement'>,
  document: CheckedDocument,
): Promise<Problem | null> {
  if (!passage) return null;
  const { textLength, textSha256, copySha256 } = document;
  const text = await copies.text(copySha256);
  if (text) {
    checked.passagesChecked++;
    return copySha256 === textSha256
      ? passageProblem(passage, text)
      : changedPassageProblem(passage, text, document);
  }
  checked.passagesNotAtHand++;
  if (textLength === undefined || passage.end <= textLength) return null;
  const message = `the document has ${textLength} code points, and the passage ends at ${passage.end}`;
  return { path: '/passage/end', code: 'PASSAGE_MISMATCH', message };
}
