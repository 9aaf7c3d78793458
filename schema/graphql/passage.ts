import type { Context } from './context.ts';
import type { Parts } from './parts.ts';
import { follows, reads } from './reads.ts';

interface PassageShape {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
  readonly document: string;
}

const passage = reads<PassageShape>();

export function definePassage({ builder }: Parts) {
  return builder.objectRef<PassageShape>('Passage').implement({
    description: 'A part of a document’s text, by code points counted from 0.',
    fields: (t) => ({
      start: t.int({
        description: 'Its first code point.',
        ...passage('start')(({ start }) => start),
      }),
      end: t.int({
        description: 'The code point after its last.',
        ...passage('end')(({ end }) => end),
      }),
      sha256: t.string({
        description: 'SHA-256 of its text in UTF-8, hexadecimal.',
        ...passage('sha256')(({ sha256 }) => sha256),
      }),
      text: t.string({
        nullable: true,
        description: 'Its text, where the server has the reader’s own copy of the document.',
        ...follows<PassageShape>()('start', 'end', 'document')(
          async ({ start, end, document }, _args, { loaders, copies }: Context) => {
            const sha256 = (await loaders.document(document))?.textSha256;
            return sha256 ? copies.passage(sha256, start, end) : null;
          },
        ),
      }),
    }),
  });
}
