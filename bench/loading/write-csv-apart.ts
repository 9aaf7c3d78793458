import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GraphSize } from '../graph/size.ts';

const paths = z.object({ header: z.string(), rows: z.string(), multiline: z.string().nullable() });
const tables = z.record(z.string(), paths);

/** What {@link writeCsv} answers. */
export const Written = z.object({
  files: z.object({ nodes: tables, relationships: tables, listSeparator: z.string() }),
  counts: z.object({
    ...{ entities: z.number(), relations: z.number() },
    ...{ statements: z.number(), documents: z.number() },
  }),
});

const entry = fileURLToPath(new URL('./write-csv-process.ts', import.meta.url));

/**
 * Makes a graph and writes it, in a process of its own: what that needs of memory is bounded, and is
 * gone when something is measured. Objects of statements die young, so that a large nursery pays.
 */
export async function writeCsvApart(size: GraphSize, folder: string) {
  const limits = ['--max-old-space-size=1536', '--max-semi-space-size=32'];
  const child = spawn(
    process.execPath,
    [...limits, '--import', 'tsx', entry, JSON.stringify(size), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [written, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`making the graph ended with ${code}`);
  return Written.parse(JSON.parse(written));
}
