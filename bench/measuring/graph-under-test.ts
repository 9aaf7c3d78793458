import type { Driver } from 'neo4j-driver';
import { ontology } from '../../schema/ontology/ontology.ts';
import { type LocalNeo4j, launchNeo4j } from '../../src/local/launch.ts';
import type { GraphSize } from '../graph/size.ts';
import { type GraphFolder, loadGraph } from '../loading/load-graph.ts';
import { connect } from '../servers/database.ts';
import {
  type RunningServer,
  type ServerName,
  type ServerStart,
  startServer,
} from '../servers/start-server.ts';

/** A graph of some size in a Neo4j that runs, and the servers that were started on it. */
export interface GraphUnderTest {
  readonly size: GraphSize;
  readonly folder: GraphFolder;
  readonly neo4j: LocalNeo4j;
  readonly driver: Driver;
  readonly servers: readonly RunningServer[];
  close(): Promise<void>;
}

export async function openGraph(
  size: GraphSize,
  names: readonly ServerName[],
  say: (message: string) => void,
  start: ServerStart = {},
): Promise<GraphUnderTest> {
  const folder = await loadGraph(size, ontology, say);
  const neo4j = await launchNeo4j({ home: folder.home, profile: 'serving' });
  const driver = connect(neo4j);
  const servers: RunningServer[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await driver.close();
    await neo4j.stop();
  };
  try {
    for (const name of names) servers.push(await startServer(name, neo4j, start));
    return { size, folder, neo4j, driver, servers, close };
  } catch (error) {
    await close();
    throw error;
  }
}
