import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReaderCopies } from '../../../src/reader-copies.ts';
import { dataOf, graphServer } from '../../support/ask.ts';

interface Placed {
  readonly passage: { readonly start: number; readonly end: number };
}

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

it('what surrounds a passage is there where its text is, in as many sentences as are asked for', async () => {
  const around = `query($sentences: Int!) { statements(first: 100) { nodes { passage {
    start end text before(sentences: $sentences) after(sentences: $sentences) } } } }`;
  const { statements } = await dataOf(around, { sentences: 1 });
  for (const { passage } of statements.nodes) {
    expect(passage).toMatchObject({ text: null, before: null, after: null });
  }
  const { start, end } = statements.nodes.find(({ passage }: Placed) => passage.start > 50).passage;
  const text = `${'It was so. He said '.padStart(start)}${'x'.repeat(end - start)} today. Then more. The end.`;
  const copies = new ReaderCopies(
    new Map(textHashes().map((sha256) => [sha256, Array.from(text)])),
  );
  const { ask } = graphServer({ copies });
  const passageAt = async (sentences: number) => {
    const { data } = await ask(around, { sentences });
    return data.statements.nodes.find(
      ({ passage }: Placed) => passage.start === start && passage.end === end,
    ).passage;
  };
  expect(await passageAt(0)).toMatchObject({ before: 'He said ', after: ' today.' });
  expect(await passageAt(1)).toMatchObject({
    before: 'It was so. He said ',
    after: ' today. Then more.',
  });
  const { errors } = await ask(around, { sentences: 6 });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
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
