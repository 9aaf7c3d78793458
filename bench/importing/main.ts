import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { installJars } from '../../src/local/install.ts';
import { findJava } from '../../src/local/java.ts';
import { launchNeo4j } from '../../src/local/launch.ts';
import { trainClassArchive } from '../../src/local/train.ts';
import { machineFacts } from '../report/machine.ts';
import { writeSection } from '../report/performance-page.ts';
import { connect } from '../servers/database.ts';
import { importTable } from './import-table.ts';
import { fullSizes, inputKinds } from './input-size.ts';
import { measureInput } from './measure-input.ts';
import { type ImportBenchOptions, readImportOptions } from './options.ts';
import { writeInput } from './write-input.ts';

const options = readImportOptions(process.argv);
const report = await measured(options);
const isWhole =
  isDeepStrictEqual(options.kinds, inputKinds) && isDeepStrictEqual(options.sizes, fullSizes);
if (isWhole) say(`written: ${writeSection('import', report)}`);
else process.stdout.write(`${report}\n`);

async function measured({ kinds, sizes, rounds }: ImportBenchOptions): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-import-bench-'));
  // Else the first Neo4j would train in the background, beside what is measured.
  const [java, jars] = [await findJava(), await installJars(() => {})];
  await trainClassArchive(java, jars, new AbortController().signal);
  const neo4j = await launchNeo4j({ home, profile: 'serving' });
  const driver = connect(neo4j);
  try {
    const tables: string[] = [];
    for (const kind of kinds) {
      const path = join(home, `${kind}.ndjson`);
      const { entities, relations } = sizes[kind];
      say(`making ${entities} entities and ${relations} relations as ${kind}`);
      await writeInput(kind, sizes[kind], path);
      const loading = { connection: neo4j, driver, path, databasePid: neo4j.pid };
      const times = await measureInput({ ...loading, kind, rounds, say });
      rmSync(path);
      const [title, many] = [titles[kind], (count: number) => count.toLocaleString('en-GB')];
      tables.push(
        `### ${title}\n\n${many(entities)} entities, ${many(relations)} relations; ${rounds} rounds.\n\n${importTable(times)}`,
      );
    }
    return page(await machineFacts(['neo4j-driver']), tables);
  } finally {
    await driver.close();
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const titles = {
  relations: 'Relations that a dataset gives as a whole',
  statements: 'Statements of documents, and the relations that follow from them',
} as const;

function page(facts: readonly string[], tables: readonly string[]): string {
  return `## Import

Written by \`npm run bench:import\`. Each node and each relationship that is there afterwards is a row. All ways load the same file into the same managed Neo4j, emptied before, one after the other within a round. By hand: one prepared statement for each type, 5,000 rows a batch, with no index but that of the keys; nothing is checked, read back or derived.

Measured on ${new Date().toISOString().slice(0, 10)}:

${facts.map((fact) => `- ${fact}`).join('\n')}

${tables.join('\n\n')}
`;
}

function say(message: string): void {
  process.stderr.write(
    `${String(Math.round(performance.now() / 1_000)).padStart(5)} s  ${message}\n`,
  );
}
