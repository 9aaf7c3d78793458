import { defineConfig } from 'vitest/config';

/** Vite would load graphql a second time, as ESM beside the CommonJS that Node's import gives. */
const resolve = { alias: { graphql: 'graphql/index.js' } };

export default defineConfig({
  test: {
    // Two cores, and a Neo4j beside every worker that wants one.
    maxWorkers: 2,
    projects: [
      { resolve, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['tests/types/**/*.test-d.ts'] },
        },
      },
      {
        resolve,
        test: {
          name: 'questions',
          include: [
            'tests/integration/{access,questions,telemetry}/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
          ],
          globalSetup: ['tests/support/question-graph.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'lifecycle',
          include: [
            'tests/integration/!(access|questions|telemetry)/**/*.test.ts',
            'tests/e2e/**/*.test.ts',
          ],
          globalSetup: ['tests/support/emptied-neo4j.ts'],
          // Cold starts, two at a time: a limit for what hangs, and no measure.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/emptied-neo4j.ts'],
          // FAULT_RUNS=20 and FAULT_LINES=100000 make them long.
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
          // What fails and comes back is given times, which a neighbour's work must not use up.
          fileParallelism: false,
        },
      },
    ],
  },
});
