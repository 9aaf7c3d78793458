import { cpuSeconds } from '../measuring/cpu-time.ts';
import { emptyGraph, rowCount } from './empty-graph.ts';
import type { InputKind } from './input-size.ts';
import { type Loading, type Way, ways } from './ways.ts';

/** One way, timed once. */
export interface Timed {
  readonly way: string;
  readonly seconds: number;
  /** Nodes and relationships that are there afterwards. */
  readonly rows: number;
  /** Seconds of the processors; null where the system does not say. */
  readonly loaderCpu: number | null;
  readonly databaseCpu: number | null;
  /** Null of a way that shares the process of the benchmark. */
  readonly peakMegabytes: number | null;
}

interface Measuring extends Loading {
  readonly kind: InputKind;
  readonly databasePid: number;
  readonly rounds: number;
  readonly say: (message: string) => void;
}

/** Times all ways one after the other, in rounds. */
export async function measureInput(measuring: Measuring): Promise<Timed[][]> {
  const { rounds, say, kind, driver } = measuring;
  const measured: Timed[][] = [];
  for (let round = 1; round <= rounds; round++) {
    const ofRound: Timed[] = [];
    for (const way of ways) {
      const timed = await timedOnce(way, measuring);
      const rate = Math.round(timed.rows / timed.seconds);
      say(`${kind}, round ${round}: ${way.name}: ${timed.rows} rows, ${rate} a second`);
      ofRound.push(timed);
    }
    measured.push(ofRound);
  }
  await emptyGraph(driver);
  return measured;
}

async function timedOnce(way: Way, measuring: Measuring): Promise<Timed> {
  const { databasePid, driver } = measuring;
  await way.prepare(measuring);
  const [own, database] = [ownCpu(), cpuSeconds(databasePid)];
  const started = performance.now();
  const used = await way.load(measuring);
  const seconds = (performance.now() - started) / 1_000;
  const databaseAfter = cpuSeconds(databasePid);
  return {
    ...{ way: way.name, seconds, rows: await rowCount(driver) },
    loaderCpu: used ? used.cpuSeconds : ownCpu() - own,
    databaseCpu: database === null || databaseAfter === null ? null : databaseAfter - database,
    peakMegabytes: used ? used.peakMegabytes : null,
  };
}

function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
