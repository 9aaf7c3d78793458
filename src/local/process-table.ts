import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When the process began, in the system's own notation; null when it does not run. Together with
 * the pid it tells a process from a later one with the same number. A zombie does not run: in a
 * container whose first process does not reap, killed processes stay zombies for ever.
 */
export function startOf(pid: number): string | null {
  if (process.platform !== 'linux') {
    const [state, ...start] = ps(pid, 'state=,lstart=').split(/\s+/);
    return !state || state.startsWith('Z') ? null : start.join(' ');
  }
  const stat = readProc(pid, 'stat');
  // The second field is the program's name in brackets and may hold blanks; what counts is behind.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return !state || !start || state === 'Z' || state === 'X' ? null : start;
}

export function commandLineOf(pid: number): string {
  return process.platform === 'linux'
    ? readProc(pid, 'cmdline').replaceAll('\0', ' ')
    : ps(pid, 'command=');
}

/** SIGTERM, then SIGKILL after the grace. Returns when the process is gone. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  const start = startOf(pid);
  if (start === null) return;
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (startOf(pid) === start) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL');
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

function ps(pid: number, columns: string): string {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
