import type { GraphSize } from '../graph/size.ts';

/** What is loaded: relations that a dataset gives as a whole, or statements of documents. */
export const inputKinds = ['relations', 'statements'] as const;
export type InputKind = (typeof inputKinds)[number];

/** Statements make some ten nodes and relationships of each relation, and so a graph as large. */
export const fullSizes: Record<InputKind, GraphSize> = {
  relations: { entities: 100_000, relations: 1_000_000, seed: 5 },
  statements: { entities: 20_000, relations: 100_000, seed: 5 },
};

export const quickSizes: Record<InputKind, GraphSize> = {
  relations: { entities: 3_000, relations: 30_000, seed: 5 },
  statements: { entities: 600, relations: 3_000, seed: 5 },
};
