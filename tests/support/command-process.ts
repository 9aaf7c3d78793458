import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** A command as a process of its own, as npm runs it. */
export interface CommandProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<EndedCommand>;
}

export interface EndedCommand {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const mainOf = (command: string) =>
  fileURLToPath(new URL(`../../${command}/main.ts`, import.meta.url));

export function startImport(environment: NodeJS.ProcessEnv, ...args: string[]): CommandProcess {
  return started(environment, process.execPath, ['--import', 'tsx', mainOf('import'), ...args]);
}

export function startExport(environment: NodeJS.ProcessEnv, ...args: string[]): CommandProcess {
  return started(environment, process.execPath, ['--import', 'tsx', mainOf('export'), ...args]);
}

/** `dump` or `load`, with a file. */
export function startBackup(environment: NodeJS.ProcessEnv, ...args: string[]): CommandProcess {
  const main = fileURLToPath(new URL('../../src/local/backup.ts', import.meta.url));
  return started(environment, process.execPath, ['--import', 'tsx', main, ...args]);
}

/** An import that may not make a file larger than so many blocks of 512 bytes. */
export function startLimitedImport(
  environment: NodeJS.ProcessEnv,
  blocks: number,
  ...args: string[]
): CommandProcess {
  const command = [process.execPath, '--import', 'tsx', mainOf('import'), ...args];
  return started(environment, 'sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command]);
}

/** A command that a page prints. */
export function startShell(command: string): CommandProcess {
  return started(process.env, 'sh', ['-c', `exec ${command}`]);
}

function started(environment: NodeJS.ProcessEnv, command: string, args: readonly string[]) {
  const child = spawn(command, args, { env: environment });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return {
    child,
    ended: ended.then(([[code], out, err]) => ({ code: code as number | null, out, err })),
  };
}
