import type { Driver, Plan } from 'neo4j-driver';
import type { GraphConnection } from './client.ts';
import { openDriver } from './open-driver.ts';

/** What the database would do for a statement. */
export interface PlanSummary {
  /** How often each operator is in it. */
  readonly operators: Readonly<Record<string, number>>;
  /** Of its result, as the database estimates it. */
  readonly estimatedRows: number;
  /** Of the operator with most of them. */
  readonly mostEstimatedRows: number;
  /** As the database describes their use; empty for none. */
  readonly indexes: readonly string[];
}

/** Milliseconds. */
const timeout = 5_000;

/** Asks the database how it would run statements, over connections that nobody waits for. */
export class Planner {
  readonly #connection: GraphConnection;
  #driver: Driver | null = null;

  constructor(connection: GraphConnection) {
    this.#connection = connection;
  }

  /** `text` is a statement of ours, and is not run. Values of parameters are not needed. */
  async planOf(text: string): Promise<PlanSummary> {
    this.#driver ??= openDriver(this.#connection, timeout);
    const { database } = this.#connection;
    const session = this.#driver.session(database === undefined ? {} : { database });
    try {
      const { summary } = await session.run(`EXPLAIN ${text}`, {}, { timeout });
      if (!summary.plan) throw new Error('EXPLAIN has brought no plan');
      return summaryOf(summary.plan);
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver?.close();
  }
}

function summaryOf(root: Plan): PlanSummary {
  const operators: Record<string, number> = {};
  const indexes: string[] = [];
  let mostEstimatedRows = 0;
  const visit = ({ operatorType, arguments: details, children }: Plan) => {
    const name = operatorType.replace(/@.*$/, '');
    operators[name] = (operators[name] ?? 0) + 1;
    mostEstimatedRows = Math.max(mostEstimatedRows, estimateIn(details));
    if (name.includes('Index') && typeof details.Details === 'string')
      indexes.push(details.Details);
    children.forEach(visit);
  };
  visit(root);
  return { operators, estimatedRows: estimateIn(root.arguments), mostEstimatedRows, indexes };
}

function estimateIn(details: Plan['arguments']): number {
  return Math.round(Number(details.EstimatedRows ?? 0));
}
