import type { Logger } from 'pino';
import type { OperationListener } from '../operation-run.ts';

/** A line for each operation, at info: names and figures, no values that a client sent and no Cypher. */
export function requestLine(log: Logger): OperationListener {
  return ({ name, milliseconds, statements, ...run }) =>
    log.info(
      {
        ...{ request: run.request, operation: name, type: run.type, cost: run.cost },
        ...{ caller: run.caller, status: run.status, milliseconds: rounded(milliseconds) },
        statements: statements.map((tally) => ({
          ...tally,
          milliseconds: rounded(tally.milliseconds),
        })),
        errors: run.errors.map(({ code }) => code),
      },
      'answered',
    );
}

/** To tenths. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
