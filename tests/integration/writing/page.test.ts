import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from '../../../src/listen.ts';
import { dataIn } from '../../support/ask.ts';
import { startShell } from '../../support/command-process.ts';
import { commandsOf, queriesOf } from '../../support/readme.ts';
import { useEmptyGraph } from '../import/support/empty-graph.ts';
import { writingServer } from './support/writing-server.ts';

const graph = useEmptyGraph();
const page = 'docs/writing.md';

test('what docs/writing.md prints answers as it prints, one after the other', async () => {
  const { ask } = writingServer(graph.connection);
  const queries = queriesOf(page);
  expect(queries).toHaveLength(5);
  for (const { query, answer } of queries) {
    expect(dataIn(await ask(query))).toEqual(JSON.parse(answer));
  }
});

test('the command of docs/writing.md hears of a change', async () => {
  const { ask, yoga } = writingServer(graph.connection);
  const server = createServer(yoga).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.closeAllConnections());
  const [command = ''] = commandsOf(page);
  const { child } = startShell(command.replace('localhost:4000', `127.0.0.1:${portOf(server)}`));
  onTestFinished(() => void child.kill());
  let heard = '';
  child.stdout.on('data', (chunk) => {
    heard += chunk;
  });
  // A comment opens the stream: what is changed from then on is told.
  await once(child.stdout, 'data');
  const [first] = queriesOf(page);
  dataIn(await ask(first?.query ?? ''));
  await expect
    .poll(() => heard, { timeout: 30_000 })
    .toMatch(/event: next\ndata: .*"kind":"IMPORT","datasets":\["desk"\]/);
});
