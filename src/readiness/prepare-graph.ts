import { graphVersion } from '../../schema/graph-version.ts';
import type { Config } from '../config.ts';
import { GraphClient, type GraphConnection, importLimits } from '../graph/client.ts';
import { compileQuestion } from '../graph/question.ts';
import { storeVersion } from '../graph/stored-version.ts';
import type { Progress } from '../progress.ts';
import { isPrepared } from './check-version.ts';
import { fillEmptyGraph } from './fill-graph.ts';
import { makeSchema } from './make-schema.ts';
import type { Missing } from './missing.ts';

export interface Preparing {
  readonly connection: GraphConnection;
  readonly documents: Config['documents'];
  readonly show: (progress: Progress) => void;
  /** What the graph lacks from now on. */
  readonly lacks: (missing: Missing) => void;
}

/**
 * Gives a graph what it takes to serve from it: constraints and indexes, and the bundled data if it is
 * empty. Throws {@link ConfigError} for what its user has to mend.
 */
export async function prepareGraph({ connection, lacks, ...filling }: Preparing): Promise<void> {
  const client = new GraphClient(connection, importLimits);
  try {
    await isPrepared(client);
    lacks('constraints');
    // An older release may have made the graph without some of them.
    await makeSchema(client);
    lacks('dataset');
    await fillEmptyGraph({ client, ...filling });
    await client.write((run) => run(compileQuestion(storeVersion, { version: graphVersion })));
  } finally {
    await client.close();
  }
}
