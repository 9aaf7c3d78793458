import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `import` or `export` with arguments, as npm would. */
export function startCommand(
  command: 'import' | 'export',
  env: NodeJS.ProcessEnv,
  args: readonly string[],
) {
  const main = fileURLToPath(new URL(`../../${command}/main.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  );
  return { child, ended };
}
