import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ConfigError } from '../errors.ts';
import { adminCommand } from './admin-command.ts';
import { tryExclusive } from './exclusive.ts';
import { endLeftover } from './leftover.ts';

/** The folder of a managed Neo4j that does not run, kept from starting meanwhile. */
export async function withStoppedNeo4j<Result>(
  home: string,
  /** The reason, as part of the message where it runs. */
  why: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  mkdirSync(join(home, 'neo4j'), { recursive: true, mode: 0o700 });
  const folder = realpathSync(join(home, 'neo4j'));
  const lock = tryExclusive(folder, 'home');
  if ('heldBy' in lock) {
    throw new ConfigError([
      `Process ${lock.heldBy} runs the Neo4j of ${folder}. End it first: ${why}.`,
    ]);
  }
  try {
    await endLeftover(folder, () => {});
    return await work(folder);
  } finally {
    lock.release();
  }
}

/** A database in a file, as `neo4j-admin` of any Neo4j from 5.26 on writes and reads it. */
export async function dumpDatabase(folder: string, file: string): Promise<void> {
  const into = `${file}.part`;
  const output = await open(into, 'wx', 0o600);
  try {
    await runAdmin(folder, ['database', 'dump', 'neo4j', '--to-stdout'], {
      stdio: ['ignore', output.fd, 'pipe'],
    });
    await output.sync();
    await rename(into, file);
  } finally {
    await output.close();
    await rm(into, { force: true });
  }
}

/** What the database held is lost once the file has been read to its end, and kept if it cannot be. */
export async function loadDatabase(folder: string, file: string): Promise<void> {
  const parts = ['databases', 'transactions'].map((name) => join(folder, 'data', name, 'neo4j'));
  const aside = (path: string) => join(folder, `before-load-${basename(dirname(path))}`);
  const input = await open(file, 'r');
  try {
    for (const path of parts) await moveIfThere(path, aside(path));
    const args = ['database', 'load', 'neo4j', '--from-stdin'];
    await runAdmin(folder, args, { stdio: [input.fd, 'ignore', 'pipe'] });
  } catch (error) {
    for (const path of parts) {
      await rm(path, { recursive: true, force: true });
      await moveIfThere(aside(path), path);
    }
    throw error;
  } finally {
    await input.close();
  }
  for (const path of parts) await rm(aside(path), { recursive: true, force: true });
}

async function moveIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to);
}

/** Throws {@link ConfigError} with what the tool said. */
async function runAdmin(
  folder: string,
  args: readonly string[],
  { stdio }: { readonly stdio: StdioOptions },
): Promise<void> {
  const onProgress = ({ message }: { message: string }) => process.stderr.write(`${message}\n`);
  const { command, env } = await adminCommand(folder, args, onProgress);
  const [program, ...rest] = command;
  const admin = spawn(program, rest, { stdio, env });
  const ended = once(admin, 'exit');
  const said = admin.stderr ? await text(admin.stderr) : '';
  const [code] = await ended;
  if (code !== 0) throw new ConfigError([`neo4j-admin ended with ${code}: ${said.trim()}`]);
}
