import { expect, onTestFinished, test } from 'vitest';
import { ChangeFeed } from '../../../src/change-feed.ts';
import { dataIn, recordingClient, serverOver } from '../../support/ask.ts';
import { startImport } from '../../support/command-process.ts';
import { type Line, ndjson, useEmptyGraph } from '../import/support/empty-graph.ts';
import { writingServer } from './support/writing-server.ts';

const graph = useEmptyGraph();

const company = (key: string): Line => ({ kind: 'entity', key, type: 'Company', nameEn: key });
const dataset = (key: string, ...keys: string[]): Line[] => [
  { kind: 'dataset', key, title: key },
  ...keys.map(company),
];

test('every change is in the log with who, when and what it concerns, and one that changes nothing is not', async () => {
  const { ask } = writingServer(graph.connection);
  await graph.importLines(dataset('first', 'acme', 'acme-inc'), { by: 'grace' });
  await graph.importLines(dataset('first', 'acme', 'acme-inc'), { by: 'grace' });
  await graph.importLines([
    ...dataset('second', 'boom'),
    { kind: 'document', key: 'memo', title: 'Memo', language: 'en' },
    {
      ...{ kind: 'statement', document: 'memo', subject: 'acme', predicate: 'PARTNERS_WITH' },
      ...{ object: 'boom', modality: 'FACT' },
    },
  ]);
  const input = { into: { key: 'acme' }, entity: { key: 'acme-inc' }, reason: 'one' };
  dataIn(
    await ask(
      `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { dryRun } }`,
      { input },
    ),
  );
  dataIn(await ask('mutation { retractDocument(input: { key: "memo" }) { dryRun } }'));
  const { changes } = dataIn(
    await ask(`{ changes { totalCount nodes {
      sequence kind at by reason datasets documents entityKeys created updated retracted rejected } } }`),
  );
  expect(changes.totalCount).toBe(4);
  const [retraction, merged, second, first] = changes.nodes;
  expect(retraction).toMatchObject({
    ...{ kind: 'RETRACTION', by: 'ada', datasets: ['second'], documents: ['memo'] },
    ...{ entityKeys: ['acme', 'boom'], retracted: 3 },
  });
  expect(merged).toMatchObject({ kind: 'MERGE', by: 'ada', reason: 'one' });
  expect(merged.entityKeys).toEqual(['acme', 'acme-inc']);
  expect(second).toMatchObject({
    kind: 'IMPORT',
    datasets: ['second'],
    entityKeys: ['acme', 'boom'],
  });
  expect(first).toMatchObject({ by: 'grace', entityKeys: ['acme', 'acme-inc'], created: 2 });
  expect(Math.abs(Date.now() - Date.parse(first.at))).toBeLessThan(3_600_000);
  const numbers = changes.nodes.map(({ sequence }: { sequence: number }) => sequence);
  expect(numbers).toEqual([4, 3, 2, 1]);
});

test('the log is paged both ways, and asked for what concerns an entity under any of its keys', async () => {
  const { ask } = writingServer(graph.connection);
  for (const key of ['a', 'b', 'c']) await graph.importLines(dataset(key, key));
  const page = 'nodes { datasets } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const { newest } = dataIn(await ask(`{ newest: changes(first: 2) { ${page} } }`));
  expect(newest.nodes).toEqual([{ datasets: ['c'] }, { datasets: ['b'] }]);
  expect(newest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const rest = dataIn(
    await ask(`query ($after: String) { changes(first: 2, after: $after) { ${page} } }`, {
      after: newest.pageInfo.endCursor,
    }),
  ).changes;
  expect(rest.nodes).toEqual([{ datasets: ['a'] }]);
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const back = dataIn(
    await ask(`query ($before: String) { changes(last: 1, before: $before) { ${page} } }`, {
      before: rest.pageInfo.startCursor,
    }),
  ).changes;
  expect(back.nodes).toEqual([{ datasets: ['b'] }]);
  const about = dataIn(await ask('{ changes(about: [{ key: "b" }]) { nodes { datasets } } }'));
  expect(about.changes.nodes).toEqual([{ datasets: ['b'] }]);
});

test('a subscriber hears of what another process changes, once, and goes on after a cut', async () => {
  const { fetch } = writingServer(graph.connection);
  const first = await subscribe(fetch);
  const run = async (key: string) => {
    const file = await graph.file(ndjson(dataset(key, key)));
    const { code } = await startImport(graph.environment, file, '--by', 'linus').ended;
    expect(code).toBe(0);
  };
  await run('a');
  const heard = await first.next();
  expect(heard.change).toMatchObject({ by: 'linus', datasets: ['a'] });
  first.hangUp();
  await graph.importLines(dataset('b', 'b'));
  await graph.importLines(dataset('c', 'c'));
  const second = await subscribe(fetch, { since: heard.cursor });
  expect((await second.next()).change.datasets).toEqual(['b']);
  expect((await second.next()).change.datasets).toEqual(['c']);
  await graph.importLines(dataset('d', 'd'));
  expect((await second.next()).change.datasets).toEqual(['d']);
  second.hangUp();
});

test('a subscriber hears of the entities alone that it named', async () => {
  const { fetch } = writingServer(graph.connection);
  const stream = await subscribe(fetch, { about: [{ key: 'wanted' }] });
  await graph.importLines(dataset('other', 'other'));
  await graph.importLines(dataset('mine', 'wanted'));
  expect((await stream.next()).change.datasets).toEqual(['mine']);
  stream.hangUp();
});

test('who hangs up costs nothing more, and a feed that is closed ends its subscribers', async () => {
  const recording = recordingClient(graph.connection);
  onTestFinished(() => recording.client.close());
  const feed = new ChangeFeed(recording.client);
  const { fetch } = serverOver(recording, { feed });
  const gone = await subscribe(fetch);
  gone.hangUp();
  await expect
    .poll(
      async () => {
        recording.statements.length = 0;
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return recording.statements;
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
  const kept = await subscribe(fetch);
  feed.close();
  expect(await kept.ended()).toBe(true);
});

test('what is no cursor of the log is refused', async () => {
  const { fetch } = writingServer(graph.connection);
  const response = await fetch(subscription({ since: 'xyz' }));
  expect(await response.text()).toContain('This is no cursor.');
});

interface Told {
  readonly cursor: string;
  readonly change: { readonly by: string; readonly datasets: readonly string[] };
}

type Fetch = ReturnType<typeof writingServer>['fetch'];

function subscription(variables: object, signal?: AbortSignal): RequestInit {
  const query = `subscription ($about: [EntityRef!], $since: String) {
    changes(about: $about, since: $since) { cursor change { by datasets } } }`;
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  };
}

/** Resolves once the server has begun to answer: what is changed from then on is told. */
async function subscribe(fetch: Fetch, variables: object = {}) {
  const response = await fetch(subscription(variables));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const read = async () => {
    const { value, done } = await reader.read();
    text += value ? Buffer.from(value).toString() : '';
    return done;
  };
  return {
    async next(): Promise<Told> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data) return JSON.parse(data).data.changes;
        } else if (await read()) throw new Error('the stream has ended');
      }
    },
    async ended(): Promise<boolean> {
      while (!(await read()));
      return true;
    },
    hangUp: () => void reader.cancel(),
  };
}
