import { z } from 'zod';

/** A question as our server is asked it. */
export interface Question {
  readonly name: string;
  readonly title: string;
  /** Cypher that finds what to ask for: a row is the variables of one request. */
  readonly pick: string;
  readonly document: string;
  /** What is the same in all right answers to the document. Throws for what is none. */
  readonly essence: (data: unknown) => unknown;
}

/** A question that every server is asked. */
export interface BenchQuery extends Question {
  /** One statement that answers with one row, whose columns are the fields of the answer. */
  readonly limit: string;
  /** For @neo4j/graphql, whose answers have another shape. */
  readonly peer: { readonly document: string; readonly essence: (data: unknown) => unknown };
  /** Whether a statement for each field ends in reasonable time. */
  readonly naive: boolean;
  /** What the servers without a search of their own are told, made of what was picked. */
  readonly derive?: (picked: Variables) => Variables;
}

/** A question of our server alone that asks more than another one, and may cost more. */
export interface Variation extends Question {
  /** The name of the other one. */
  readonly base: string;
  /** Throughput as a ratio to the other one's, at least. */
  readonly goal: number;
  /** Whether the answer is to be the same as to the other one. */
  readonly sameAnswer: boolean;
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
