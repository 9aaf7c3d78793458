import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { startExport } from '../../support/command-process.ts';
import { fixture, useEmptyGraph } from '../import/support/empty-graph.ts';
import { exportedText } from './support/exported.ts';

const graph = useEmptyGraph();

const run = (...args: string[]) => startExport(graph.environment, ...args).ended;

test('an export goes to the output or to a file, and an earlier file stays until it is whole', async () => {
  await graph.importPath(fixture);
  const text = await exportedText(graph.client, 'ndjson');
  expect(await run('--format', 'ndjson')).toEqual({ code: 0, out: text, err: '' });
  const file = await graph.file('earlier', 'exported.ndjson');
  const failed = await run('--format', 'ndjson', '--out', file, '--around', 'acmee');
  expect(failed).toMatchObject({
    ...{ code: 2, out: '' },
    err: 'The graph has no entity "acmee". Did you mean acme?\n',
  });
  expect(await readFile(file, 'utf8')).toBe('earlier');
  expect(await run('--format', 'ndjson', '--out', file)).toMatchObject({ code: 0, out: '' });
  expect(await readFile(file, 'utf8')).toBe(text);
  const folder = join(dirname(file), 'tables');
  expect(await run('--format', 'csv', '--out', folder)).toMatchObject({ code: 0, err: '' });
  expect((await readdir(folder)).filter((name) => !name.endsWith('.csv'))).toEqual([]);
});

test('what cannot be done is said before anything is written', async () => {
  expect((await run('--format', 'csv')).err).toBe(
    'csv is a table for each type: name a folder for them with --out.\n',
  );
  const unknown = await run('--format', 'xml');
  expect(unknown.err).toContain('Allowed choices are ndjson, cypher, graphml, jsonld, csv');
  expect((await run('--format', 'ndjson', '--around', 'x', '--hops', 'many')).err).toContain(
    'It must be a whole number below 100.',
  );
});
