import { z } from 'zod';
import { excess } from '../limits.ts';
import type { Unreadable } from '../reading.ts';

/** An entity of FollowTheMoney: everything that it says is a list of texts. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string | undefined;
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

const Given = z.object({
  id: z.string().regex(/\S/),
  schema: z.string().regex(/\S/),
  caption: z.string().optional(),
  properties: z.record(
    z.string(),
    z.array(z.union([z.string(), z.number(), z.record(z.string(), z.unknown())])),
  ),
});

type Problem = Pick<Unreadable, 'code' | 'message'>;

/** The entity of a line, and after it those that stand inside of it in place of their ids. */
export function ftmEntitiesIn(value: unknown): readonly FtmEntity[] | Problem {
  const tooMuch = excess(value);
  if (tooMuch) {
    const { code, message, path } = tooMuch;
    return { code, message: `${message} (at ${path})` };
  }
  const parsed = Given.safeParse(value);
  if (!parsed.success) {
    const message =
      'no entity of FollowTheMoney: it has the texts "id" and "schema", and "properties" whose values are lists';
    return { code: 'SYNTAX', message };
  }
  const inside: FtmEntity[] = [];
  const properties = new Map<string, string[]>();
  for (const [name, values] of Object.entries(parsed.data.properties)) {
    const texts: string[] = [];
    for (const each of values) {
      if (typeof each !== 'object') {
        texts.push(String(each));
        continue;
      }
      const nested = ftmEntitiesIn(each);
      if ('code' in nested) return nested;
      inside.push(...nested);
      texts.push(nested[0]?.id ?? '');
    }
    const said = texts.map((text) => text.trim()).filter((text) => text !== '');
    if (said.length > 0) properties.set(name, said);
  }
  const { id, schema, caption } = parsed.data;
  return [{ id, schema, caption, properties }, ...inside];
}
