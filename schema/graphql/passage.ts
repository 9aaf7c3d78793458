import { z } from 'zod';
import type { Context } from './context.ts';
import type { Parts } from './parts.ts';
import { follows, reads } from './reads.ts';

interface PassageShape {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
  readonly document: string;
}

interface SideArguments {
  readonly sentences: number;
}

const sides = {
  before:
    'The sentences before it, where the server has the copy; up to 600 code points, with … where they are cut.',
  after:
    'The sentences after it, where the server has the copy; up to 600 code points, with … where they are cut.',
};

const passage = reads<PassageShape>();

export function definePassage({ builder }: Parts) {
  return builder.objectRef<PassageShape>('Passage').implement({
    description: 'A part of a document’s text, by code points counted from 0.',
    fields: (t) => {
      const side = (name: 'before' | 'after') =>
        t.string({
          nullable: true,
          description: sides[name],
          args: {
            sentences: t.arg.int({
              required: true,
              defaultValue: 1,
              description: 'From 0 to 5, beside the rest of the passage’s own.',
              validate: z.number().min(0).max(5),
            }),
          },
          ...follows<PassageShape>()('start', 'end', 'document')(
            async ({ document, ...place }, args: SideArguments, { loaders, copies }: Context) => {
              const sha256 = (await loaders.document(document))?.textSha256;
              return sha256
                ? (copies.surroundings(sha256, place, args.sentences)?.[name] ?? null)
                : null;
            },
          ),
        });
      return {
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
        before: side('before'),
        after: side('after'),
      };
    },
  });
}
