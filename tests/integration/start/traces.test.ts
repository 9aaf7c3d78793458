import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { portOf } from '../../../src/listen.ts';
import { useOwnNeo4j } from '../../support/own-neo4j.ts';
import { runServerProcess, startServerProcess } from '../../support/server-process.ts';

const neo4j = useOwnNeo4j();

/** A graph that holds data of its own is not filled with the bundled ones. */
beforeAll(async () => {
  const client = new GraphClient(neo4j.connection, importLimits);
  await client.define([{ text: "CREATE (:Dataset {key: 'own', revision: '1'})", parameters: {} }]);
  await client.close();
});

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number };
}

interface Export {
  readonly resourceSpans: {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: { readonly spans: readonly Span[] }[];
  }[];
}

/** Takes what is sent by OTLP over HTTP, until the test is over. */
async function collector() {
  const taken: { path: string | undefined; type: string | undefined; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const { url: path, headers } = request;
    taken.push({ path, type: headers['content-type'], body: await buffer(request) });
    response.writeHead(200, { 'content-type': headers['content-type'] ?? '' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${portOf(server)}`, taken };
}

const environment = () => ({
  ...{ NEO4J_URI: neo4j.connection.uri, NEO4J_USERNAME: neo4j.connection.username },
  ...{ NEO4J_PASSWORD: neo4j.connection.password, LOG_LEVEL: 'warn' },
  // What is there at the end is sent at the end.
  OTEL_BSP_SCHEDULE_DELAY: '60000',
});

/** What a server has sent once it has answered this and ended. */
async function ask(
  settings: Readonly<Record<string, string>>,
  { query, variables = {}, headers = {} }: { query: string; variables?: object; headers?: object },
) {
  const server = await startServerProcess({ ...environment(), ...settings });
  onTestFinished(() => void server.process.kill('SIGKILL'));
  await fetch(`${server.url}/health`);
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  const stopped = performance.now();
  const { code } = await server.stop();
  return { answer, code, ending: performance.now() - stopped };
}

const valueIn = ({ attributes }: { readonly attributes: readonly Attribute[] }, name: string) => {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};

test('a request is a span of the trace that it names, with its operation, fields and statements below', async () => {
  const { url, taken } = await collector();
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' };
  const query =
    'query Two($key: String!) { entity(ref: { key: $key }) { name } stats { statements } __typename }';
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, 'x-request-id': 'asked-1' };
  const variables = { key: 'secret-key' };
  const { answer, code } = await ask(
    { ...settings, OTEL_SERVICE_NAME: 'graph-under-test' },
    { query, variables, headers },
  );
  expect(answer).toMatchObject({ data: { entity: null, stats: { statements: 0 } } });
  expect(code).toBe(0);
  expect(taken.map(({ path }) => path)).toEqual(['/v1/traces']);
  const text = String(taken[0]?.body);
  expect(text).not.toMatch(/secret-key|MATCH|RETURN/);
  const sent = JSON.parse(text) as Export;
  expect(sent.resourceSpans.map(({ resource }) => valueIn(resource, 'service.name'))).toEqual([
    'graph-under-test',
  ]);
  const spans = sent.resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
    .filter((span) => span.traceId === traceId);
  const below = (parent: string | undefined) =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent);

  const [http, ...others] = below('b7ad6b7169203331');
  expect(others).toEqual([]);
  expect(http).toMatchObject({ name: 'POST /graphql', kind: 2 });
  if (!http) throw new Error('no span');
  expect(valueIn(http, 'http.response.status_code')).toBe(200);

  const operation = below(http.spanId).find(({ name }) => name === 'query');
  if (!operation) throw new Error('no operation');
  expect(valueIn(operation, 'graphql.operation.name')).toBe('Two');
  expect(valueIn(operation, 'claimgraph.request.id')).toBe('asked-1');

  const fields = below(operation.spanId);
  expect(fields.map(({ name }) => name).sort()).toEqual(['Query.entity', 'Query.stats']);
  const statements = fields.flatMap(({ spanId }) => below(spanId));
  expect(statements.length).toBeGreaterThanOrEqual(2);
  for (const statement of statements) {
    expect(statement).toMatchObject({ kind: 3, name: expect.stringMatching(/^[a-z-]+$/) });
    expect(valueIn(statement, 'db.system.name')).toBe('neo4j');
    expect(valueIn(statement, 'db.query.summary')).toBe(statement.name);
    expect(Number(valueIn(statement, 'db.response.returned_rows'))).toBeGreaterThanOrEqual(0);
  }
  for (const span of spans) {
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThan(BigInt(span.startTimeUnixNano));
  }
  // Nobody wants to know of health checks.
  expect(text).not.toContain('/health');
});

test('without a protocol it is protobuf, and an error is one of its span', async () => {
  const { url, taken } = await collector();
  const query = 'query Bad { entities(first: 1, after: "none") { nodes { key } } }';
  await ask({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/mine` }, { query });
  expect(taken).toMatchObject([{ path: '/mine', type: 'application/x-protobuf' }]);
  const text = String(taken[0]?.body);
  expect(text).toContain('graphql.operation.name');
  expect(text).toContain('BAD_USER_INPUT');
  expect(text).toContain('claimgraph');
});

test('a collector that is not there keeps no request and no end waiting', async () => {
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
  const { answer, code, ending } = await ask(settings, { query: '{ stats { statements } }' });
  expect(answer).toEqual({ data: { stats: { statements: 0 } } });
  expect(code).toBe(0);
  expect(ending).toBeLessThan(8_000);
});

test('a protocol that is none of ours is named', async () => {
  const end = await runServerProcess({
    ...environment(),
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
  });
  expect(end.code).toBe(1);
  expect(end.stderr).toBe(
    'Claimgraph cannot start.\n- OTEL_EXPORTER_OTLP_PROTOCOL=grpc is none of http/protobuf, http/json.\n',
  );
});
