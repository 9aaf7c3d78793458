import { isDeepStrictEqual } from 'node:util';
import { installJars } from '../src/local/install.ts';
import { findJava } from '../src/local/java.ts';
import { trainClassArchive } from '../src/local/train.ts';
import { fullSize, quickSize } from './graph/size.ts';
import { type Comparison, compareServers } from './measuring/compare-servers.ts';
import { type GraphUnderTest, openGraph } from './measuring/graph-under-test.ts';
import { growth } from './measuring/growth.ts';
import { hubPages } from './measuring/hub-pages.ts';
import { judgePairs, type Pair } from './measuring/pair.ts';
import { type Cell, measureRounds, type RoundOptions } from './measuring/rounds.ts';
import { vary } from './measuring/vary.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { profileOf } from './profiling/profile.ts';
import { growing, queries, variations } from './queries/queries.ts';
import type { Findings } from './report/findings.ts';
import { goalConnections } from './report/goals.ts';
import { reportOf } from './report/report.ts';
import { writeDocs } from './report/write-docs.ts';
import { serverNames } from './servers/start-server.ts';

type Say = (message: string) => void;

/** Runs the benchmark as the arguments of a command line say. */
export async function runBench(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const say = clockedLog();
  // Else the first Neo4j would train in the background, beside what is measured.
  const java = await findJava();
  const jars = await installJars(() => {});
  await trainClassArchive(java, jars, new AbortController().signal);
  const profiled = [...queries, ...variations].find(({ name }) => name === options.profile);
  if (profiled) {
    process.stdout.write(`${await profileOf(profiled, options.size, say)}\n`);
    return;
  }
  const findings = await measure(options, say);
  if (isWhole(options)) for (const path of await writeDocs(findings)) say(`written: ${path}`);
  else process.stdout.write(`${await reportOf(findings)}\n`);
}

/** What is left out would be missing in the documentation. */
function isWhole({ size, only, servers, connections }: BenchOptions): boolean {
  return (
    isDeepStrictEqual(size, fullSize) &&
    only.length === queries.length &&
    servers.length === serverNames.length &&
    connections.includes(goalConnections)
  );
}

async function measure(options: BenchOptions, say: Say): Promise<Findings> {
  const large = await openGraph(options.size, options.servers, say);
  try {
    const asked = queries.filter(({ name }) => options.only.includes(name));
    const comparisons = await compareServers(large, asked, say);
    const [window, warmUp] = options.quick ? [0.5, 1.5] : [2, 2];
    const timing = { say, rounds: options.rounds, window, warmUp };
    const cells = await measureRounds({
      ...{ ...timing, groups: comparisons.map(({ tasks }) => tasks) },
      connections: options.connections,
    });
    const { pairs, pairCells } = await measurePairs(large, comparisons, options, timing);
    const judged = judgePairs(pairs, pairCells);
    const counts = large.folder;
    return { date: new Date(), comparisons, cells, pairs: judged, pairCells, ...counts };
  } finally {
    await large.close();
  }
}

/** What only our server is asked, beside something else that it is asked. */
async function measurePairs(
  large: GraphUnderTest,
  comparisons: readonly Comparison[],
  options: BenchOptions,
  timing: Pick<RoundOptions, 'say' | 'rounds' | 'window' | 'warmUp'>,
): Promise<{ pairs: Pair[]; pairCells: Cell[] }> {
  const ours = large.servers.find(({ name }) => name === 'ours');
  if (!ours) return { pairs: [], pairCells: [] };
  const varied = await vary(variations, comparisons, ours, timing.say);
  const variedCells = await measureRounds({
    ...{ ...timing, groups: varied.map(({ tasks }) => tasks), connections: [goalConnections] },
  });
  const small = options.quick ? null : await openGraph(quickSize, ['ours'], timing.say);
  try {
    const grown = growing.filter(({ name }) => options.only.includes(name));
    const latencies = [
      await hubPages(large, ours),
      ...(small ? await growth(grown, small, large) : []),
    ];
    const latencyCells = await measureRounds({
      ...{ ...timing, groups: latencies.map(({ tasks }) => tasks), connections: [1] },
      // The small graph's database has only just started, and the large one's has run all along.
      warmUp: small ? 10 : timing.warmUp,
    });
    return { pairs: [...varied, ...latencies], pairCells: [...variedCells, ...latencyCells] };
  } finally {
    await small?.close();
  }
}

/** Writes to standard error, with the seconds since the start. */
function clockedLog(): Say {
  const started = performance.now();
  return (message) => {
    const seconds = Math.round((performance.now() - started) / 1_000);
    process.stderr.write(`${String(seconds).padStart(5)} s  ${message}\n`);
  };
}
