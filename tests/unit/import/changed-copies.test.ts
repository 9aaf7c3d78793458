import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Of } from '../../../import/check/copies.ts';
import { proofOf } from '../../../import/proof/proof-of.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const text =
  'Acme baut eine Rakete. Boom baut Motoren. 😀 Beide wollen zum Mond. Das Hotel kommt später.';
const passages = ['Acme baut eine Rakete', 'Boom baut Motoren', 'zum Mond', 'Das Hotel'];

/** The rejects of a reading whose document has one statement for each passage of the text. */
async function rejectsWith(...copies: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-copies-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const documents = mkdtempSync(join(folder, 'documents-'));
  for (const [index, copy] of copies.entries()) writeFileSync(join(documents, `${index}`), copy);
  const document = {
    ...{ kind: 'document', key: 'd', title: 'D', language: 'de' },
    ...{ textSha256: sha256Of(text), textLength: Array.from(text).length },
  };
  const statements = passages.map((words) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return {
      ...{ kind: 'statement', document: 'd', subject: 'acme', predicate: 'MARKET_POSITION' },
      ...{ modality: 'FACT', value: { text: words } },
      passage: { start, end: start + words.length, sha256: sha256Of(words) },
    };
  });
  const entity = { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'Acme' };
  const input = join(folder, 'input.ndjson');
  const lines = [entity, document, ...statements].map((line) => JSON.stringify(line));
  writeFileSync(input, lines.join('\n'));
  const { rejects, documents: read } = await proofOf({
    ...{ ontology, paths: [input], beside: [input], documents },
  });
  const refused = rejects.map(({ line, code, message }) => [passages[line - 3], code, message]);
  return { refused, kept: read[0]?.statements.length, copy: read[0]?.text?.join('') ?? null };
}

const other =
  'Etwas ganz anderes, das mit dem Dokument nichts zu tun hat, aber ebenso lang ist wie dieses.';

test('every passage stands in the very text that was read', async () => {
  expect(await rejectsWith(other, text)).toEqual({ refused: [], kept: 4, copy: text });
});

test('one other character in a passage refuses the statements of that passage, and no others', async () => {
  const changed = text.replace('Motoren', 'Motoben');
  const { refused, kept, copy } = await rejectsWith(other, changed);
  expect(refused).toEqual([
    ['Boom baut Motoren', 'PASSAGE_MISMATCH', expect.stringContaining('it has other words')],
  ]);
  expect(refused[0]?.[2]).toContain('is not the text that was read (SHA-256 ');
  expect([kept, copy]).toEqual([3, changed]);
});

test('one other character outside all passages refuses none', async () => {
  const changed = text.replace('Rakete.', 'Rakete!');
  expect(await rejectsWith(changed)).toEqual({ refused: [], kept: 4, copy: changed });
});

test('a character more refuses all that it moves, and says where that stands', async () => {
  const { refused, kept } = await rejectsWith(text.replace('Boom', 'Booom'));
  expect(refused).toEqual([
    ['Boom baut Motoren', 'PASSAGE_MISMATCH', expect.stringContaining('it has other words')],
    ['zum Mond', 'PASSAGE_MISMATCH', expect.stringContaining('stands from 58 to 66 of it')],
    ['Das Hotel', 'PASSAGE_MISMATCH', expect.stringContaining('stands from 68 to 77 of it')],
  ]);
  expect(kept).toBe(1);
});

test('of two copies that differ, the nearer one counts', async () => {
  const near = text.replace('Hotel', 'Motel');
  const far = near.replace('zum', 'vom');
  expect((await rejectsWith(far, near)).copy).toBe(near);
});

test('a text that has nothing in common is no copy: the document is not at hand', async () => {
  expect(await rejectsWith(other)).toEqual({ refused: [], kept: 4, copy: null });
  expect(await rejectsWith()).toEqual({ refused: [], kept: 4, copy: null });
});
