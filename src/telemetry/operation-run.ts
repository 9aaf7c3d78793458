import type { OperationTypeNode } from 'graphql';

/** What one GraphQL operation was, took and came to, told once its answer is on its way. */
export interface OperationRun {
  /** The request's id, which went back in `X-Request-Id`. */
  readonly request: string;
  /** As the client calls it; null for one without a name, or for a document that was not read. */
  readonly name: string | null;
  readonly type: OperationTypeNode | null;
  /** Objects it may have asked for; null where that was not counted. */
  readonly cost: number | null;
  /** The caller's name; null for one that was not let in. */
  readonly caller: string | null;
  /** Of HTTP. */
  readonly status: number;
  /** From the request's headers to the answer's; of a subscription, to its start. */
  readonly milliseconds: number;
  /** The Cypher statements, those of one name together. */
  readonly statements: readonly StatementTally[];
  readonly errors: readonly OperationError[];
}

export interface StatementTally {
  readonly name: string;
  readonly runs: number;
  /** Of all runs together. */
  readonly milliseconds: number;
  readonly rows: number;
}

export interface OperationError {
  readonly code: string;
  /** Which limit refused it. */
  readonly limit: string | null;
}

export type OperationListener = (run: OperationRun) => void;
