import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReaderCopies } from '../../../src/reader-copies.ts';
import { dataOf, graphServer } from '../../support/ask.ts';

const query = `{ documents(first: 1, orderBy: [{field: TITLE}]) { nodes { key
  statements(first: 2) { nodes { passage { start end text } } } } } }`;

it('a passage has no text where the server has no copy of the document', async () => {
  const { documents } = await dataOf(query);
  for (const { passage } of documents.nodes[0].statements.nodes) expect(passage.text).toBeNull();
});

it('a passage has its text where the server has a copy', async () => {
  const letters = Array.from({ length: 10_000 }, (_, index) => String(index % 10));
  const copies = new ReaderCopies(new Map(textHashes().map((sha256) => [sha256, letters])));
  const { ask } = graphServer({ copies });
  const { data } = await ask(query);
  for (const { passage } of data.documents.nodes[0].statements.nodes) {
    expect(passage.text).toBe(letters.slice(passage.start, passage.end).join(''));
  }
});

/** Of the bundled documents, as their files give them. */
function textHashes(): string[] {
  const folder = new URL('../../../import/data/xiaomi-expansion/documents/', import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const [, sha256] =
      /textSha256: '(\w+)'/.exec(readFileSync(new URL(file, folder), 'utf8')) ?? [];
    return sha256 ? [sha256] : [];
  });
}
