import { z } from 'zod';
import { knownTimeWindow } from '../../schema/claims/known-time-window.ts';

/** An object that names the key it does not know, and those it does. */
export function strict<S extends z.core.$ZodShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const unknown = (issue.keys as string[]).map((key) => `"${key}"`).join(', ');
      return `unknown key ${unknown}; allowed are ${Object.keys(shape).join(', ')}`;
    },
  });
}

export const key = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'a key is kebab-case: a-z and 0-9, joined by single hyphens',
  });

export const words = z.string().regex(/\S/, { error: 'is empty; leave the key out instead' });

export const url = z.url({ protocol: /^https?$/, error: 'a URL begins with https:// or http://' });

/** A time in EDTF, whose problem is told in the words of its parser. */
export const time = z
  .string({ error: "a time is a text: put quotes around it, as in '2024' or '../2029'" })
  .superRefine((text, context) => {
    try {
      knownTimeWindow(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'a SHA-256 is 64 hexadecimal digits in lower case',
});

export const bothLanguages = strict({ en: words.optional(), de: words.optional() }).refine(
  ({ en, de }) => en !== undefined || de !== undefined,
  { error: 'give en, de or both' },
);
