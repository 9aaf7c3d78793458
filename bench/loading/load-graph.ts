import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import { launchNeo4j } from '../../src/local/launch.ts';
import { importOffline } from '../../src/local/offline-import.ts';
import type { GraphSize } from '../graph/size.ts';
import { fingerprint } from './fingerprint.ts';
import { finishNewsGraph } from './finish-news-graph.ts';
import { Written, writeCsvApart } from './write-csv-apart.ts';

const Loaded = Written.pick({ counts: true }).extend({
  /** What each step took. */
  seconds: z.object({ generate: z.number(), import: z.number(), indexes: z.number() }),
});
type Loaded = z.infer<typeof Loaded>;

/** A folder with a loaded Neo4j, which {@link launchNeo4j} takes as its home. */
export interface GraphFolder extends Loaded {
  readonly home: string;
}

/** Loads a graph of this size, or finds it as it was loaded before. */
export async function loadGraph(
  size: GraphSize,
  ontology: Ontology,
  say: (message: string) => void,
): Promise<GraphFolder> {
  const home = resolve('.claimgraph', `bench-${fingerprint(size)}`);
  const facts = join(home, 'loaded.json');
  if (existsSync(facts)) return { home, ...Loaded.parse(JSON.parse(readFileSync(facts, 'utf8'))) };
  const draft = `${home}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const clock = stopwatch();
  say(`making ${size.entities} entities and ${size.relations} relations with their statements`);
  const csv = join(draft, 'csv');
  const { files, counts } = await writeCsvApart(size, csv);
  const generate = clock();
  say(`loading them and ${counts.statements} statements`);
  await importOffline(join(draft, 'neo4j'), files);
  rmSync(csv, { recursive: true });
  const imported = clock();
  say('making constraints and indexes');
  const neo4j = await launchNeo4j({ home: draft, profile: 'serving' });
  await finishNewsGraph(neo4j, ontology).finally(() => neo4j.stop());
  const loaded = {
    counts,
    seconds: { generate, import: imported, indexes: clock() },
  } satisfies Loaded;
  writeFileSync(join(draft, 'loaded.json'), JSON.stringify(loaded));
  renameSync(draft, home);
  return { home, ...loaded };
}

/** Seconds since the last call. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1_000;
    last = now;
    return seconds;
  };
}
