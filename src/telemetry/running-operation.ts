import {
  type DocumentNode,
  type GraphQLError,
  getOperationAST,
  type OperationTypeNode,
} from 'graphql';
import type { Requester, StatementRun } from '../graph/statement-run.ts';
import type { OperationError, OperationRun, StatementTally } from './operation-run.ts';

/** A client may give an operation any name. */
const longestName = 128;

type Tally = { -readonly [Key in keyof StatementTally]: StatementTally[Key] };

/** An operation from its arrival to its answer. */
export class RunningOperation implements Requester {
  readonly request: string;
  /** Whether a document was asked for, or a request for one refused: other requests are no operations. */
  isAsked = false;
  cost: number | null = null;
  /** In milliseconds since 1970. */
  readonly arrived = Date.now();
  readonly #since = performance.now();
  readonly #statements: Tally[] = [];
  #name: string | null = null;
  #type: OperationTypeNode | null = null;
  #errors: readonly OperationError[] = [];

  constructor(request: string) {
    this.request = request;
  }

  /** The document is read. */
  runs(document: DocumentNode, operationName: string | null | undefined): void {
    const operation = getOperationAST(document, operationName);
    this.isAsked = true;
    this.#type = operation?.operation ?? null;
    const name = operation?.name?.value ?? null;
    this.#name = name && name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  }

  /** One of its statements has run. */
  readonly took = ({ name, milliseconds, rows }: StatementRun): void => {
    const tally = this.#statements.find((known) => known.name === name);
    if (!tally) {
      this.#statements.push({ name, runs: 1, milliseconds, rows });
      return;
    }
    tally.runs += 1;
    tally.milliseconds += milliseconds;
    tally.rows += rows;
  };

  failed(errors: readonly GraphQLError[]): void {
    this.isAsked = true;
    const seen = new Map<string, OperationError>();
    for (const { extensions } of errors) {
      const { code = 'NO_CODE', limit } = extensions as {
        readonly code?: string;
        readonly limit?: { readonly name: string };
      };
      seen.set(`${code} ${limit?.name}`, { code, limit: limit?.name ?? null });
    }
    this.#errors = [...seen.values()];
  }

  /** What it has been, now that its answer is there. */
  ended(caller: string | null, status: number): OperationRun {
    return {
      ...{ request: this.request, name: this.#name, type: this.#type, cost: this.cost },
      ...{ caller, status, milliseconds: performance.now() - this.#since },
      ...{ statements: this.#statements, errors: this.#errors },
    };
  }
}
