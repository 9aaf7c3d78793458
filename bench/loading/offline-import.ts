import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installJars } from '../../src/local/install.ts';
import { findJava } from '../../src/local/java.ts';
import type { CsvFiles } from './csv-folder.ts';
import { listSeparator } from './csv-value.ts';

/** Loads files into the empty database of a Neo4j home that does not run. */
export async function importOffline(files: CsvFiles, neo4jHome: string): Promise<void> {
  const [java, jars] = [await findJava(), await installJars(() => {})];
  const conf = join(neo4jHome, 'import-conf');
  mkdirSync(conf, { recursive: true });
  mkdirSync(join(neo4jHome, 'logs'), { recursive: true });
  const log = join(neo4jHome, 'logs', 'offline-import.log');
  const out = openSync(log, 'w');
  const importer = spawn(
    java.command,
    [
      ...['-Xmx1g', '-XX:+UseParallelGC', '-Dfile.encoding=UTF-8'],
      ...['--add-opens=java.base/java.nio=ALL-UNNAMED', 'org.neo4j.cli.AdminTool'],
      // The database's name directly behind: an option that takes several values would swallow it.
      ...['database', 'import', 'full', 'neo4j'],
      ...['--id-type=integer', '--max-off-heap-memory=1G', '--bad-tolerance=0'],
      `--array-delimiter=U+${listSeparator.charCodeAt(0).toString(16).padStart(4, '0')}`,
      `--report-file=${join(neo4jHome, 'logs', 'offline-import.report')}`,
      ...Object.entries(files.nodes).map(([labels, paths]) => `--nodes=${labels}=${paths}`),
      ...Object.entries(files.relationships).map(
        ([type, paths]) => `--relationships=${type}=${paths}`,
      ),
    ],
    {
      env: { ...process.env, CLASSPATH: jars.classPath, NEO4J_HOME: neo4jHome, NEO4J_CONF: conf },
      stdio: ['ignore', out, out],
    },
  );
  const [code] = await once(importer, 'exit');
  if (code !== 0) {
    throw new Error(
      `the offline importer ended with ${code}:\n${readFileSync(log, 'utf8').slice(-2_000)}`,
    );
  }
}
