/** How large a generated graph is, and which of the many graphs of that size it is. */
export interface GraphSize {
  readonly entities: number;
  readonly relations: number;
  readonly seed: number;
}

export const fullSize: GraphSize = { entities: 100_000, relations: 1_000_000, seed: 5 };
export const quickSize: GraphSize = { entities: 10_000, relations: 100_000, seed: 5 };

/** Statements of one article; the bundled articles have 20 to 40. */
const statementsPerDocument = 25;

/** About as many as the relations' statements and those of attributes fill. */
export function documentCountOf({ entities, relations }: GraphSize): number {
  return Math.ceil((relations * 1.5 + entities * 0.6) / statementsPerDocument);
}
