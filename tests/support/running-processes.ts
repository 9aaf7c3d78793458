import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from '../../src/local/process-table.ts';

/** The JVMs whose Neo4j keeps its data below a CLAIMGRAPH_HOME. */
export function jvmsOf(home: string): number[] {
  const argument = `--home-dir=${realpathSync(home)}/`;
  return processes()
    .filter(({ command }) => command.includes(argument))
    .filter(({ command }) => !command.includes('guardian.sh'))
    .map(({ pid }) => pid);
}

/** All that a process has started, and what those have started. */
export function descendantsOf(pid: number): number[] {
  const all = processes();
  const below = (parent: number): number[] =>
    all.filter(({ ppid }) => ppid === parent).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

/** What a process has started itself with these words in the command. */
export function childrenOf(pid: number, words: string): number[] {
  const children = processes().filter(
    ({ ppid, command }) => ppid === pid && command.includes(words),
  );
  return children.map((child) => child.pid);
}

/** Those that still run after the time. */
export async function runningAfter(milliseconds: number, pids: readonly number[]) {
  const deadline = Date.now() + milliseconds;
  const running = () => pids.filter((pid) => startOf(pid) !== null);
  while (running().length > 0 && Date.now() < deadline) await sleep(100);
  return running();
}

function processes() {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, ppid, command = '']) => ({ pid: Number(pid), ppid: Number(ppid), command }));
}
