import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { dumpDatabase, loadDatabase, withStoppedNeo4j } from './admin.ts';

const usage = [
  'npm run neo4j:dump -- FILE: the graph of CLAIMGRAPH_HOME into a new file',
  'npm run neo4j:load -- FILE [--overwrite]: and back',
].join('\n');

const why = 'a dump is taken from, and loaded into, one that does not run';

async function run(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { overwrite: { type: 'boolean', default: false } },
  });
  const [task, name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new ConfigError([usage]);
  const { home, neo4j } = readConfig(process.env);
  if (neo4j.kind === 'remote') {
    throw new ConfigError([
      'NEO4J_URI is set: a database elsewhere is dumped and loaded by its own neo4j-admin. Unset it for the managed one.',
    ]);
  }
  const file = resolve(name);
  const graph = join(home, 'neo4j', 'data', 'databases', 'neo4j');
  if (task === 'dump') {
    if (existsSync(file)) throw new ConfigError([`${file} exists: name another file.`]);
    if (!existsSync(graph))
      throw new ConfigError([`There is no graph in CLAIMGRAPH_HOME=${home}.`]);
    await withStoppedNeo4j(home, why, (folder) => dumpDatabase(folder, file));
    return `The graph of ${home} is in ${file}.`;
  }
  if (!existsSync(file)) throw new ConfigError([`There is no file ${file}.`]);
  if (existsSync(graph) && !values.overwrite) {
    throw new ConfigError([
      `CLAIMGRAPH_HOME=${home} holds a graph: add --overwrite to lose it, or name another home.`,
    ]);
  }
  await withStoppedNeo4j(home, why, (folder) => loadDatabase(folder, file));
  return `${file} is the graph of ${home} now.`;
}

try {
  console.log(await run());
} catch (error) {
  // The arguments are wrong.
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  if (!isUsage && !(error instanceof ConfigError)) throw error;
  console.error(isUsage ? usage : (error as Error).message);
  process.exitCode = 2;
}
