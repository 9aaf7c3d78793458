import type { CheckedDocument } from './checked.ts';
import { sha256Of } from './copies.ts';
import type { Problem } from './problem.ts';
import type { PassageRecord } from './records.ts';

/** What is wrong with a passage of the very text that was read. */
export function passageProblem(passage: PassageRecord, text: readonly string[]): Problem | null {
  if (standsAt(passage, text)) return null;
  const { start, end } = passage;
  const found =
    end > text.length
      ? `the text at hand ends at ${text.length}, before ${end}`
      : `the text at hand from ${start} to ${end} has another hash`;
  return mismatch(`${found}; "npm run import -- locate" prints the right numbers`);
}

/** What is wrong with a passage of a copy that differs from the text that was read. */
export function changedPassageProblem(
  passage: PassageRecord,
  text: readonly string[],
  document: CheckedDocument,
): Problem | null {
  if (standsAt(passage, text)) return null;
  const shift = shiftOf(document, text) ?? 0;
  const { start, end } = passage;
  const found = standsAt(passage, text, shift)
    ? `the passage stands from ${start + shift} to ${end + shift} of it`
    : `from ${start} to ${end} it has other words`;
  return mismatch(
    `the copy at hand is not the text that was read (SHA-256 ${document.textSha256}): ${found}`,
  );
}

/** Whether the words of the passage stand in the text, in their place or moved from it. */
export function standsAt(
  { start, end, sha256 }: PassageRecord,
  text: readonly string[],
  shift = 0,
): boolean {
  if (start + shift < 0 || end + shift > text.length) return false;
  return sha256Of(text.slice(start + shift, end + shift).join('')) === sha256;
}

/**
 * By how many code points the text is longer than that of the document: so far one insertion moves
 * all that follows it. Null where the two are too unlike in length to be versions of one text.
 */
export function shiftOf(
  document: CheckedDocument | undefined,
  text: readonly string[],
): number | null {
  const length = document?.textLength;
  if (length === undefined) return null;
  const shift = text.length - length;
  return Math.abs(shift) > length / 10 ? null : shift;
}

function mismatch(message: string): Problem {
  return { path: '/passage', code: 'PASSAGE_MISMATCH', message };
}
