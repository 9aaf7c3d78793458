import { type Cypher, cypher } from '../cypher.ts';
import type { Branch } from './branch.ts';
import type { Shape } from './shape.ts';

/** How rows are reached: a MATCH from one variable to another. */
export type Reach = (from: Cypher, to: Cypher) => Cypher;

/** A row that is at hand where another is: an expression. */
export type Place = (from: Cypher) => Cypher;

/** The one row that another leads to; null where there is none. */
export function rowBranch<Row>(
  shape: Shape<Row>,
  target: Cypher,
  reach: Reach,
): Pick<Branch, 'value' | 'read'> {
  return {
    value: (row) => cypher`head(COLLECT { ${reach(row, target)} RETURN ${shape.values(target)} })`,
    read: (raw) => (raw === null ? null : shape.read(raw as unknown[])),
  };
}

/** The one row at a place. */
export function placedBranch<Row>(
  shape: Shape<Row>,
  target: Cypher,
  place: Place,
): Pick<Branch, 'value' | 'read'> {
  if (!shape.isLeaf) {
    return rowBranch(shape, target, (from, to) => cypher`WITH ${place(from)} AS ${to}`);
  }
  // A subquery costs a third of a subgraph's statement.
  return {
    value: (row) => shape.values(place(row)),
    read: (raw) => shape.read(raw as unknown[]),
  };
}

/** All rows that another leads to, ordered by key. */
export function rowsBranch<Row>(
  shape: Shape<Row>,
  target: Cypher,
  reach: Reach,
): Pick<Branch, 'value' | 'read'> {
  return {
    value: (row) =>
      cypher`COLLECT { ${reach(row, target)} RETURN ${shape.values(target)} ORDER BY ${target}.key }`,
    read: (raw) => (raw as unknown[][]).map((values) => shape.read(values)),
  };
}
