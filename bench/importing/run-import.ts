import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { GraphConnection } from '../../src/graph/client.ts';
import { cpuSeconds, peakMegabytes } from '../measuring/cpu-time.ts';

const main = fileURLToPath(new URL('../../import/main.ts', import.meta.url));
const lookEvery = 100;

/** What a process used, as far as the system says so. */
export interface Used {
  readonly cpuSeconds: number | null;
  /** The most memory that was resident at a time. */
  readonly peakMegabytes: number | null;
}

/** Runs the import as its users do, in a process of its own. Throws where it does not take all of it. */
export async function runImport(
  { uri, username, password }: GraphConnection,
  args: readonly string[],
): Promise<Used> {
  const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let used: Used = { cpuSeconds: null, peakMegabytes: null };
  const look = () => {
    const { pid = 0 } = child;
    const peak = peakMegabytes(pid);
    // It has ended, and only its number is left.
    if (peak !== null) used = { cpuSeconds: cpuSeconds(pid), peakMegabytes: peak };
  };
  const looking = setInterval(look, lookEvery);
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  if (code !== 0) throw new Error(`the import ended with ${code}:\n${(await said).join('\n')}`);
  return used;
}
