import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Seconds: from a question to the index up to what a request may take. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Fewer: there is one set of them for each statement. */
const statementDurations = [0.002, 0.01, 0.05, 0.2, 0.5, 2, 10];

const costs = [1, 10, 30, 100, 300, 1_000, 3_000, 10_000, 20_000];

export type Instruments = ReturnType<typeof createInstruments>;

/**
 * What is counted and measured. Every label has few values, whatever clients send: `names` says that operations
 * are ones of ours (trusted documents), so that their names may be a label.
 */
export function createInstruments(registry: Registry, { names }: { readonly names: boolean }) {
  const registers = [registry];
  const operation = names ? (['operation'] as const) : [];
  return {
    operations: new Counter({
      name: 'claimgraph_operations_total',
      help: 'GraphQL operations, by type and outcome: OK or the code of the first error.',
      labelNames: ['type', 'outcome', ...operation],
      registers,
    }),
    operationDuration: new Histogram({
      name: 'claimgraph_operation_duration_seconds',
      help: 'From a request to its answer; of a subscription, to its start.',
      labelNames: ['type', ...operation],
      buckets: durations,
      registers,
    }),
    operationCost: new Histogram({
      name: 'claimgraph_operation_cost',
      help: 'Objects that an operation may have asked for.',
      labelNames: ['type'],
      buckets: costs,
      registers,
    }),
    limitRefusals: new Counter({
      name: 'claimgraph_limit_refusals_total',
      help: 'Operations refused by a limit, by its name.',
      labelNames: ['limit'],
      registers,
    }),
    rateRefusals: new Counter({
      name: 'claimgraph_rate_refusals_total',
      help: 'Requests of callers who had used up what they have in a minute.',
      registers,
    }),
    statementDuration: new Histogram({
      name: 'claimgraph_statement_duration_seconds',
      help: 'Cypher statements, by name, until their last row was here.',
      labelNames: ['statement'],
      buckets: statementDurations,
      registers,
    }),
    statementRows: new Counter({
      name: 'claimgraph_statement_rows_total',
      help: 'Rows that Cypher statements brought, by name.',
      labelNames: ['statement'],
      registers,
    }),
    statementFailures: new Counter({
      name: 'claimgraph_statement_failures_total',
      help: 'Cypher statements that failed, by the code of Neo4j or of its driver.',
      labelNames: ['code'],
      registers,
    }),
    sessions: new Gauge({
      name: 'claimgraph_database_sessions',
      help: 'Sessions open to the database: each has a connection or waits for one.',
      registers,
    }),
    connectionLimit: new Gauge({
      name: 'claimgraph_database_connection_limit',
      help: 'Connections that the pool may have; sessions beyond it wait.',
      registers,
    }),
    changes: new Counter({
      name: 'claimgraph_changes_total',
      help: 'Changes through the API, by kind and outcome: DONE, DRY_RUN, REPLAYED, or why nothing was done.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    changedRecords: new Counter({
      name: 'claimgraph_changed_records_total',
      help: 'Records that changes through the API have created, updated, retracted or rejected.',
      labelNames: ['result'],
      registers,
    }),
    processes: new Gauge({
      name: 'claimgraph_processes',
      help: 'Processes that serve, and have given their figures.',
      registers,
    }),
    ready: new Gauge({
      name: 'claimgraph_ready',
      help: '1 if /ready answers 200, else 0; of several processes, the least.',
      aggregator: 'min',
      registers,
    }),
  };
}
