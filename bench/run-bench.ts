import { ontology } from '../schema/ontology/ontology.ts';
import { installJars } from '../src/local/install.ts';
import { findJava } from '../src/local/java.ts';
import { launchNeo4j } from '../src/local/launch.ts';
import { trainClassArchive } from '../src/local/train.ts';
import { fullSize, quickSize } from './graph/size.ts';
import { loadGraph } from './loading/load-graph.ts';
import { checkAnswers } from './measuring/check-answers.ts';
import { pick } from './measuring/pick.ts';
import { asksOf, measureRounds } from './measuring/rounds.ts';
import { readOptions } from './options.ts';
import { queries } from './queries/queries.ts';
import { detailTable } from './report/detail-table.ts';
import { ratioTable } from './report/ratio-table.ts';
import { connect } from './servers/database.ts';
import { startServer } from './servers/start-server.ts';

export async function runBench(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const started = performance.now();
  const say = (message: string) => {
    const seconds = (performance.now() - started) / 1_000;
    process.stderr.write(`${seconds.toFixed(0).padStart(5)} s  ${message}\n`);
  };
  const graph = await loadGraph(options.quick ? quickSize : fullSize, ontology, say);
  // Else the first Neo4j would train in the background, beside what is measured.
  await trainClassArchive(
    await findJava(),
    await installJars(() => {}),
    new AbortController().signal,
  );
  const neo4j = await launchNeo4j({ home: graph.home, profile: 'serving' });
  const driver = connect(neo4j);
  const servers = await Promise.all(options.servers.map((name) => startServer(name, neo4j)));
  try {
    const asked = [];
    for (const query of queries.filter(({ name }) => options.only.includes(name))) {
      say(`comparing answers to ${query.name}`);
      const picked = await pick(driver, query);
      await checkAnswers(query, asksOf(query, servers), picked);
      asked.push({ query, picked });
    }
    const cells = await measureRounds({
      ...{ servers, asked, say, databasePid: neo4j.pid, window: options.quick ? 0.6 : 2 },
      ...{ connections: options.connections, rounds: options.rounds },
    });
    const names = asked.map(({ query }) => query.name);
    process.stdout.write(`${ratioTable(cells, names)}\n\n${detailTable(cells)}\n`);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await driver.close();
    await neo4j.stop();
  }
}
