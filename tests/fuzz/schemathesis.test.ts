import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { leak, listening } from '../support/listening.ts';
import { schemathesisPython } from './support/python.ts';

const seed = process.env.FUZZ_SEED ?? '1';
const examples = process.env.FUZZ_EXAMPLES ?? '25';
const folder = fileURLToPath(new URL('./schemathesis/', import.meta.url));

it('Schemathesis, from the live schema, finds nothing that fails or leaks', {
  timeout: 1_800_000,
}, async () => {
  const python = await schemathesisPython();
  const { url } = await listening();
  const child = spawn(
    python,
    [
      ...['-m', 'schemathesis.cli', '--config-file', `${folder}schemathesis.toml`, 'run', url],
      ...['--seed', seed, '--max-examples', examples, '--phases', 'fuzzing', '--no-color'],
      ...['--checks', 'answers_or_refuses_in_words', '--no-shrink', '--continue-on-failure'],
      ...['--warnings', 'off'],
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        ...{ SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
        ...{ FUZZ_LEAK: leak.source, HYPOTHESIS_STORAGE_DIRECTORY: '/dev/null' },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [[code], said, problems] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  console.log(said.slice(said.indexOf('API Operations:')));
  expect({ code, said: code === 0 ? '' : said + problems }).toEqual({ code: 0, said: '' });
  expect(said).toMatch(/[1-9]\d* generated, [1-9]\d* passed/);
});
