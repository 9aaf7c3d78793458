import { z } from 'zod';
import { disputePolicies } from '../../schema/claims/view.ts';
import { modalities } from '../../schema/ontology/statements.ts';

const day = (what: string) =>
  z.iso.date({ error: 'Give a day as YYYY-MM-DD, such as 2023-06-30.' }).optional().describe(what);

/** An entity, by its key or by a name that is its alone. */
export const entity = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .describe('Key, such as lei-jun, or whole name in any language or script.');

/** Which claims count, and in which language the answer is; every tool takes them. */
export const viewArguments = {
  language: z.enum(['EN', 'DE']).default('EN').describe('Of names and summaries.'),
  knownAt: day('The graph as it was known on this day: later documents do not count.'),
  validAt: day('Only what is said to hold on this day, or at no time in particular.'),
  modalities: z
    .array(z.enum(modalities))
    .min(1)
    .optional()
    .describe(
      'FACT: own voice of the document; ANNOUNCED: by somebody entitled; REPORTED: relayed; SPECULATED: supposed.',
    ),
  publishers: z.array(entity).min(1).optional().describe('Outlets: only what they report.'),
  minIndependentSources: z
    .int()
    .min(1)
    .optional()
    .describe('Only what so many distinct origins say; documents relaying one outlet count once.'),
  disputed: z.enum(disputePolicies).optional().describe('What becomes of contradicted claims.'),
};

export const pageArguments = {
  first: z
    .int()
    .min(1)
    .max(20)
    .default(10)
    .describe('How many rows; pageInfo says if more follow.'),
  after: z.string().optional().describe('The endCursor of the page before.'),
};

const View = z.object(viewArguments).omit({ language: true });

/** The view of a GraphQL operation. */
export function viewIn(given: Readonly<Record<string, unknown>>) {
  const { publishers, ...view } = View.parse(given);
  return { ...view, ...(publishers ? { publishers: publishers.map((key) => ({ key })) } : {}) };
}
