import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endProcess } from './process-table.ts';

export interface GuardedCommand {
  command: readonly string[];
  env: NodeJS.ProcessEnv;
  folder: string;
  pidFile: string;
  logFile: string;
  /** How long the command may take to end after SIGTERM. */
  graceSeconds: number;
}

export interface Guarded {
  pid: number;
  exited: Promise<{ code: number | null }>;
  /** SIGTERM, and SIGKILL after the grace. */
  end(): void;
}

const GUARDIAN = fileURLToPath(new URL('./guardian.sh', import.meta.url));

/** Starts a command that ends when this process does, however this process ends. */
export async function startGuarded(guarded: GuardedCommand): Promise<Guarded> {
  const { command, env, folder, pidFile, logFile, graceSeconds } = guarded;
  const guardian = spawn(
    'sh',
    [GUARDIAN, String(graceSeconds), pidFile, logFile, ...command],
    // detached: a session of its own.
    { cwd: folder, env, detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const ended = once(guardian, 'exit') as Promise<[number | null, string | null]>;
  const lines = createInterface(guardian.stdout);
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [unknown];
  const pid = Number(line);

  const exited = ended.then(async ([code]) => {
    // The guardian was killed, and with it nobody watches any more.
    if (code === null) await endProcess(pid, 5_000);
    return { code };
  });
  return { pid, exited, end: () => guardian.stdin.end() };
}
