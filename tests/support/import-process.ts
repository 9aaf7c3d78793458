import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** An import as a process of its own, as `npm run import` runs it. */
export interface ImportProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedImport>;
}

export interface EndedImport {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const main = fileURLToPath(new URL('../../import/main.ts', import.meta.url));

export function startImport(environment: NodeJS.ProcessEnv, ...args: string[]): ImportProcess {
  return started(environment, process.execPath, ['--import', 'tsx', main, ...args]);
}

/** An import that may not make a file larger than so many blocks of 512 bytes. */
export function startLimitedImport(
  environment: NodeJS.ProcessEnv,
  blocks: number,
  ...args: string[]
): ImportProcess {
  const command = [process.execPath, '--import', 'tsx', main, ...args];
  return started(environment, 'sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command]);
}

function started(environment: NodeJS.ProcessEnv, command: string, args: readonly string[]) {
  const child = spawn(command, args, { env: environment });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return {
    child,
    ended: ended.then(([[code], out, err]) => ({ code: code as number | null, out, err })),
  };
}
