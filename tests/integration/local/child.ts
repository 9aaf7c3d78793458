import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { startOf } from '../../../src/local/process-table.ts';

export interface Child<T> {
  process: ChildProcess;
  /** The process itself, not npm's or tsx's wrapper: kill -9 has to hit the parent of Neo4j. */
  pid: number;
  /** The first line of its standard output, as JSON. */
  answer: T;
}

/** Runs a TypeScript file of this folder in a process, and a process group, of its own. */
export async function startChild<T>(file: string, ...args: string[]): Promise<Child<T>> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${file} did not start`);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  if (typeof line !== 'string') throw new Error(`${file} ended with ${line} before it answered`);
  return { process: child, pid, answer: JSON.parse(line) as T };
}

/** True when the process has gone within the time. */
export async function goneWithin(ms: number, pid: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (startOf(pid) !== null) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
