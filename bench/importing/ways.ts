import type { Driver } from 'neo4j-driver';
import type { GraphConnection } from '../../src/graph/client.ts';
import { loadByHand } from './by-hand.ts';
import { emptyGraph } from './empty-graph.ts';
import { runImport, type Used } from './run-import.ts';

/** A Neo4j that runs, and a file to load into it. */
export interface Loading {
  readonly connection: GraphConnection;
  readonly driver: Driver;
  readonly path: string;
}

/** One way to get a file into the graph. */
export interface Way {
  readonly name: string;
  /** What comes before, and is not timed. */
  prepare(loading: Loading): Promise<void>;
  /** Null where this very process does the work. */
  load(loading: Loading): Promise<Used | null>;
}

export const byHand = 'UNWIND and CREATE by hand';
export const ours = 'npm run import';
export const again = 'npm run import, again';

/** In the order in which a round takes them. */
export const ways: readonly Way[] = [
  {
    name: byHand,
    prepare: ({ driver }) => emptyGraph(driver),
    load: async ({ driver, path }) => {
      await loadByHand(driver, path);
      return null;
    },
  },
  {
    name: ours,
    prepare: ({ driver }) => emptyGraph(driver),
    load: ({ connection, path }) => runImport(connection, [path]),
  },
  {
    name: again,
    prepare: async () => {},
    load: ({ connection, path }) => runImport(connection, [path]),
  },
];
