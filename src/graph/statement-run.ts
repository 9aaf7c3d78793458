import { Neo4jError } from 'neo4j-driver';
import type { CompiledQuestion } from './question.ts';

/** One statement that has run. */
export interface StatementRun {
  readonly name: string;
  /** With names of parameters, without their values. */
  readonly text: string;
  readonly parameters: readonly string[];
  /** Until its last row was here. */
  readonly milliseconds: number;
  readonly rows: number;
  /** The database's code for what went wrong; null for one that was answered. */
  readonly failure: string | null;
  /** The id of the request that it was for; null for the server's own. */
  readonly request: string | null;
}

export type StatementListener = (statement: StatementRun) => void;

/** On whose behalf a statement runs. */
export interface Requester {
  /** Its id. */
  readonly request: string;
  readonly took: StatementListener;
}

interface Listeners {
  readonly onStatement: StatementListener | undefined;
  readonly requester: Requester | undefined;
}

/** Gets the rows of a statement, and tells how that went. */
export async function told<Row>(
  { name, text, parameters }: CompiledQuestion<Row>,
  rowsOf: () => Promise<Row[]>,
  { onStatement, requester }: Listeners,
): Promise<Row[]> {
  const started = performance.now();
  const tell = (rows: number, failure: string | null) => {
    const run: StatementRun = {
      ...{ name, text, parameters: Object.keys(parameters) },
      ...{ milliseconds: performance.now() - started, rows, failure },
      request: requester?.request ?? null,
    };
    onStatement?.(run);
    requester?.took(run);
  };
  try {
    const rows = await rowsOf();
    tell(rows.length, null);
    return rows;
  } catch (error) {
    tell(0, error instanceof Neo4jError ? error.code : 'UNKNOWN');
    throw error;
  }
}
