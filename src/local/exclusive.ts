import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from './process-table.ts';

export interface Exclusive {
  release: () => void;
}

interface Holder {
  pid: number;
  start: string | null;
}

/**
 * One holder at a time among all processes of this machine, or the pid of the one who has it.
 * A dead holder's lock is taken over.
 *
 * The lock is a row of files `<name>.lock.<n>`: whoever makes the highest has it, and an empty one
 * is free. Taking over is making n+1, which the file system grants to one only; deleting and
 * making anew the same file would let two through that both saw the dead holder.
 */
export function tryExclusive(folder: string, name: string): Exclusive | { heldBy: number } {
  mkdirSync(folder, { recursive: true });
  const path = (n: number) => join(folder, `${name}.lock.${n}`);
  const draft = join(folder, `${name}.lock-${randomUUID()}`);
  const me: Holder = { pid: process.pid, start: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(me));
  try {
    for (;;) {
      const last = Math.max(0, ...numbers(folder, name));
      const holder = last === 0 ? null : readHolder(path(last));
      if (holder && startOf(holder.pid) === holder.start) return { heldBy: holder.pid };
      const mine = last + 1;
      if (!linked(draft, path(mine))) continue;
      const all = numbers(folder, name);
      if (Math.max(...all) > mine) {
        rmSync(path(mine), { force: true });
        continue;
      }
      for (const n of all) if (n < mine) rmSync(path(n), { force: true });
      return { release: () => existsSync(path(mine)) && writeFileSync(path(mine), '') };
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for its turn. `onWait` is called once, with the holder's pid. */
export async function exclusive(
  folder: string,
  name: string,
  onWait: (heldBy: number) => void,
): Promise<Exclusive> {
  for (let told = false; ; told = true) {
    const lock = tryExclusive(folder, name);
    if ('release' in lock) return lock;
    if (!told) onWait(lock.heldBy);
    await sleep(100);
  }
}

function numbers(folder: string, name: string): number[] {
  const prefix = `${name}.lock.`;
  return readdirSync(folder)
    .filter((file) => file.startsWith(prefix))
    .map((file) => Number(file.slice(prefix.length)))
    .filter(Number.isInteger);
}

function readHolder(path: string): Holder | null {
  try {
    const text = readFileSync(path, 'utf8');
    return text === '' ? null : (JSON.parse(text) as Holder);
  } catch (error) {
    // Deleted by a process that has just made a higher one: the next look sees that.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
