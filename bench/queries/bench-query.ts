import { z } from 'zod';

/** One question, as each server is asked for it. */
export interface BenchQuery {
  readonly name: string;
  readonly title: string;
  /** Cypher that finds what to ask for: a row is the variables of one request. */
  readonly pick: string;
  /** Asked of our server, and of the naive one, which understands the same. */
  readonly document: string;
  /** One statement with one row and one column: the answer in the shape of the document. */
  readonly limit: string;
  /** What is the same in all right answers to the document. Throws for what is none. */
  readonly essence: (data: unknown) => unknown;
  /** For @neo4j/graphql, whose answers have another shape. */
  readonly peer: { readonly document: string; readonly essence: (data: unknown) => unknown };
  /** Whether a statement for each field ends in reasonable time. */
  readonly naive: boolean;
  /** What a request sends beside what was picked. */
  readonly derive?: (picked: Variables) => Variables;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Reads an answer: a shape, and what of it must be the same everywhere. */
export function reading<Shape extends z.ZodType>(
  shape: Shape,
  essence: (data: z.infer<Shape>) => unknown,
): (data: unknown) => unknown {
  return (data) => essence(shape.parse(data));
}

/** An entity as most queries ask for it. */
export const Named = z.object({ key: z.string(), name: z.string() });
