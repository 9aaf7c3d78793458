import { z } from 'zod';

/** A property that an entity owns by itself. Whatever an article claims of it is a statement. */
export interface PropertyDeclaration {
  readonly kind: 'enum' | 'text' | 'point';
  /** Accepts exactly the values that may be stored, in the shape of the import's files. */
  readonly schema: z.ZodType;
  /** The values of an `enum`; empty for the other kinds. */
  readonly values: readonly string[];
  readonly description: string;
}

export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  description: string,
) {
  return { kind: 'enum', schema: z.enum(values), values, description } as const;
}

export function text(description: string, pattern: RegExp) {
  return { kind: 'text', schema: z.string().regex(pattern), values: [], description } as const;
}

/** A WGS 84 position in decimal degrees. */
export function point(description: string) {
  const schema = z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  });
  return { kind: 'point', schema, values: [], description } as const;
}
