import { compileQuestion } from '../../src/graph/question.ts';
import type { Spooled } from './context.ts';
import { accept, batchSize, type CheckContext, datasetOf, refuseEntry } from './context.ts';
import { textProblem } from './copies.ts';
import { documentsOfKeys } from './graph-keys.ts';
import type { Problem } from './problem.ts';
import { brokenReference, documentReferences } from './references.ts';
import { digestOf } from './revision.ts';

/** A document belongs to one dataset, and its outlets are there. */
export async function checkDocuments(context: CheckContext): Promise<void> {
  for await (const batch of context.spools.document.batches(batchSize)) {
    const keys = batch.map(({ record }) => record.key);
    const stored = await context.client.read(compileQuestion(documentsOfKeys, keys));
    const owners = new Map(stored.map(({ key, dataset }) => [key, dataset]));
    const references = batch.flatMap(({ record }) => documentReferences(record));
    await context.known.look(references.map(({ key }) => key));
    for (const entry of batch) {
      await checkDocument(context, entry, owners.get(entry.record.key) ?? null);
    }
    context.onChecked(batch.length);
  }
}

async function checkDocument(
  context: CheckContext,
  entry: Spooled<'document'>,
  owner: string | null,
): Promise<void> {
  const dataset = datasetOf(context, entry);
  if (dataset === null) return;
  const { record, ref } = entry;
  const { documents } = context.checked;
  const digest = digestOf('document', asStored(entry).record);
  const before = documents.get(record.key);
  if (before?.dataset === dataset && before.digest === digest) return;
  const problem =
    ownership(context, record.key, dataset, before?.dataset ?? owner) ??
    (before ? duplicate(record.key) : null) ??
    brokenReference(documentReferences(record), context.known) ??
    (await textMismatch(context, entry));
  if (problem) {
    await refuseEntry(context, 'document', entry, problem);
    return;
  }
  accept(context, dataset, 'document', asStored(entry));
  const { textLength, textSha256, publisher, basedOn } = record;
  const copySha256 =
    textSha256 !== undefined && context.copies.has(textSha256) ? textSha256 : undefined;
  documents.set(record.key, {
    ...{ dataset, ref, digest, textLength, textSha256, copySha256, publisher, basedOn },
    statements: new Map(),
  });
  context.accepting?.document(dataset, record);
}

/** Two that lie in the graph alike count alike for the revision. */
function asStored(entry: Spooled<'document'>): Spooled<'document'> {
  const basedOn = [...new Set(entry.record.basedOn)].sort();
  return { ...entry, record: { ...entry.record, basedOn } };
}

/** A document may move between datasets that are both in the input. */
function ownership(
  { checked }: CheckContext,
  key: string,
  dataset: string,
  owner: string | null,
): Problem | null {
  const moves = owner !== null && checked.datasets.has(owner) && !checked.documents.has(key);
  if (owner === null || owner === dataset || moves) return null;
  const message = `the document "${key}" belongs to the dataset ${owner}; give this one another key`;
  return { path: '/key', code: 'DOCUMENT_OWNED', message };
}

function duplicate(key: string): Problem {
  const message = `the document "${key}" is described before, and differently; keep one of the two`;
  return { path: '/key', code: 'DUPLICATE_KEY', message };
}

async function textMismatch(
  { copies }: CheckContext,
  { record }: Spooled<'document'>,
): Promise<Problem | null> {
  const text = await copies.text(record.textSha256);
  return text && textProblem(record, text);
}
