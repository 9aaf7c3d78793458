import { buildSchema, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { importPaths } from '../../import/import.ts';
import type { Context } from '../../schema/graphql/context.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { bookmarkHeader } from '../../src/bookmarks.ts';
import {
  GraphClient,
  type GraphClientOptions,
  importLimits,
  servingLimits,
} from '../../src/graph/client.ts';
import { cypher } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import { ReaderCopies } from '../../src/reader-copies.ts';
import { createGraphServer } from '../../src/server.ts';
import { ndjson, useEmptyGraph } from '../integration/import/support/empty-graph.ts';
import { type Cluster, type Member, startCluster } from './support/cluster.ts';
import { manyClaims } from './support/many-claims.ts';
import { keysWithCopies, nodesWritten } from './support/written.ts';

const graph = useEmptyGraph();

let cluster: Cluster;
const clients: GraphClient[] = [];

beforeEach(async () => {
  cluster = await startCluster(Number(new URL(graph.connection.uri).port));
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  await cluster.close();
});

/** A server's, with time for a machine that has much else to do. */
const reading = { ...servingLimits, transactionTimeout: 20_000 };

function clusterClient(limits: GraphClientOptions = importLimits) {
  const client = new GraphClient({ ...graph.connection, uri: cluster.uri }, limits);
  clients.push(client);
  return client;
}

const counts = (kind: 'reads' | 'writes') =>
  cluster.members.map((member: Member) => member[kind].length);

const add = question({
  name: 'test: add a company',
  row: z.object({ key: z.string() }),
  ask: (_none: null) => cypher`CREATE (n:Company:Entity {key: 'acme'}) RETURN n.key AS key`,
});

test('an import through neo4j:// reads from readers and writes to the leader, and makes the same graph as without', async () => {
  const path = await graph.file(ndjson(manyClaims('rivals', 30)), 'rivals.ndjson');
  await graph.importPath(path);
  const expected = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);

  const options = { ontology, client: clusterClient(), paths: [path], writeRejects: false };
  expect(await importPaths(options)).toMatchObject({ rejected: 0 });
  expect(await graph.content()).toEqual(expected);
  const [leader = 0, ...readers] = counts('reads');
  expect(leader).toBe(0);
  for (const reader of readers) expect(reader).toBeGreaterThan(0);
  expect(counts('writes')).toEqual([expect.any(Number), 0, 0]);
  expect(cluster.members[0]?.writes.length).toBeGreaterThan(5);
});

test('what a client has written is asked for by its bookmark, by itself and by another that is told of it', async () => {
  const writer = clusterClient();
  const reader = clusterClient(reading);
  await nodesWritten(reader);
  const readsSoFar = () => cluster.members.flatMap(({ reads }) => reads);
  expect(readsSoFar().flat()).toEqual([]);

  await writer.write((run) => run(compileQuestion(add, null)));
  const bookmarks = await writer.bookmarks();
  expect(bookmarks).toHaveLength(1);
  expect(await nodesWritten(writer)).toBe(1);
  expect(readsSoFar().filter((sent) => sent.includes(bookmarks[0] ?? ''))).toHaveLength(1);

  expect(await reader.after(bookmarks).read(compileQuestion(companies, null))).toEqual([
    { key: 'acme' },
  ]);
  expect(readsSoFar().filter((sent) => sent.includes(bookmarks[0] ?? ''))).toHaveLength(2);

  const strange = reader.after(['RETURN 1']).read(compileQuestion(companies, null));
  await expect(strange).rejects.toThrow('The bookmark is none of this graph.');
});

test('when another member takes the lead in the middle of an import, nothing is lost and nothing doubled', async () => {
  const path = await graph.file(ndjson(manyClaims('rivals', 30)), 'rivals.ndjson');
  await graph.importPath(path);
  const expected = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);

  const [first, second] = cluster.members;
  if (!first || !second) throw new Error('no members');
  const client = clusterClient();
  const report = await importPaths({
    ...{ ontology, client, paths: [path], writeRejects: false },
    onProgress: ({ phase, done, total }) => {
      if (phase === 'write' && done > total / 3) cluster.lead(second);
    },
  });
  expect(report).toMatchObject({ rejected: 0 });
  expect(first.writes.length).toBeGreaterThan(0);
  expect(second.writes.length).toBeGreaterThan(0);
  expect(await graph.content()).toEqual(expected);
  const copies = Object.values(await keysWithCopies(graph.client));
  expect(copies.every((count) => count === 1)).toBe(true);
});

test('a reader that goes away is not missed, and when none of those known is left, those that came are asked', async () => {
  const client = clusterClient(reading);
  const readTimes = async (times: number) => {
    for (let n = 0; n < times; n++) expect(await nodesWritten(client)).toBe(0);
  };
  await readTimes(4);
  const [, first, second] = cluster.members;
  if (!first || !second) throw new Error('no members');
  expect(first.reads.length).toBeGreaterThan(0);
  await first.leave();
  const before = second.reads.length;
  await readTimes(4);
  expect(second.reads.length).toBe(before + 4);

  const third = await cluster.join();
  await second.leave();
  await readTimes(4);
  expect(third.reads).toHaveLength(4);
});

/** A server of its own process, as it were, with the least schema that writes. */
function server() {
  const client = clusterClient(reading);
  const schema = buildSchema('type Query { keys: [ID!]! } type Mutation { add: ID! }');
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  const fields = { ...query?.getFields(), ...mutation?.getFields() };
  if (!fields.keys || !fields.add) throw new Error('no fields');
  fields.keys.resolve = async (_root, _arguments, context: Context) => {
    const rows = await context.client.read(compileQuestion(companies, null));
    return rows.map(({ key }) => key);
  };
  fields.add.resolve = async () => {
    const [row] = await client.write((run) => run(compileQuestion(add, null)));
    return row?.key;
  };
  const log = pino({ level: 'error' });
  const copies = new ReaderCopies();
  const limits = { requestTime: 30_000 };
  const yoga = createGraphServer({ schema, ontology, client, copies, tabs: [], log, limits });
  return async (document: string, bookmark?: string) => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bookmark === undefined ? {} : { [bookmarkHeader]: bookmark }),
      },
      body: JSON.stringify({ query: document }),
    });
    return {
      answer: (await response.json()) as ExecutionResult,
      bookmark: response.headers.get(bookmarkHeader),
    };
  };
}

test('the answer to a mutation brings a bookmark along, which another server reads by, and which nothing else can be', async () => {
  const [writing, reading] = [server(), server()];
  expect(await reading('{ keys }')).toEqual({ answer: { data: { keys: [] } }, bookmark: null });
  const { answer, bookmark } = await writing('mutation { add }');
  expect(answer).toEqual({ data: { add: 'acme' } });
  if (!bookmark) throw new Error('no bookmark');
  expect(await reading('{ keys }', bookmark)).toMatchObject({
    answer: { data: { keys: ['acme'] } },
  });
  expect(cluster.members.flatMap(({ reads }) => reads).flat()).toEqual([bookmark]);

  for (const strange of ['x', 'x y', 'FB:nothing', '{"a":1}', 'a'.repeat(5_000), 'FB:nothing //']) {
    const refused = await reading('{ keys }', strange);
    expect(refused.answer.errors, strange).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringMatching(/bookmark/) },
    ]);
  }
});

const companies = question({
  name: 'test: companies',
  row: z.object({ key: z.string() }),
  ask: (_none: null) => cypher`MATCH (n:Company) RETURN n.key AS key`,
});
