import type { CheckedDocument } from './checked.ts';
import { batchSize, type CheckContext } from './context.ts';
import { shiftOf, standsAt } from './passages.ts';
import type { PassageRecord } from './records.ts';

/**
 * Finds files that are copies of documents, but not to the letter: more than half of the passages
 * stand in them, in their place or all moved by as much as the text is longer or shorter.
 */
export async function findChangedCopies(context: CheckContext): Promise<void> {
  const { copies, checked } = context;
  const exact = new Set([...checked.documents.values()].map(({ copySha256 }) => copySha256));
  const files = copies.all().filter((sha256) => !exact.has(sha256));
  if (files.length === 0) return;
  const passages = await passagesWithoutCopy(context);
  const best = new Map<string, { readonly sha256: string; readonly standing: number }>();
  for (const sha256 of files) {
    const text = (await copies.text(sha256)) ?? [];
    for (const [key, wanted] of passages) {
      const shift = shiftOf(checked.documents.get(key), text);
      if (shift === null) continue;
      const standing = wanted.filter(
        (passage) => standsAt(passage, text) || standsAt(passage, text, shift),
      ).length;
      const most = Math.max(wanted.length / 2, best.get(key)?.standing ?? 0);
      if (standing > most) best.set(key, { sha256, standing });
    }
  }
  for (const [key, { sha256 }] of best) {
    const document = checked.documents.get(key);
    if (document) checked.documents.set(key, { ...document, copySha256: sha256 });
  }
}

/** Enough to tell a copy by, however many a document has. */
const mostPassages = 200;

async function passagesWithoutCopy({ spools, checked }: CheckContext) {
  const passages = new Map<string, PassageRecord[]>();
  for (const [key, document] of checked.documents) {
    if (wantsCopy(document)) passages.set(key, []);
  }
  if (passages.size === 0) return passages;
  for await (const batch of spools.statement.batches(batchSize)) {
    for (const { record } of batch) {
      const found = passages.get(record.document);
      if (found && record.passage && found.length < mostPassages) found.push(record.passage);
    }
  }
  return passages;
}

function wantsCopy({ textSha256, textLength, copySha256 }: CheckedDocument): boolean {
  return textSha256 !== undefined && textLength !== undefined && copySha256 === undefined;
}
