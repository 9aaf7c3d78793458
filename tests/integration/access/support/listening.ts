import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject, onTestFinished } from 'vitest';
import type { GraphConnection } from '../../../../src/graph/client.ts';
import { hostsFor } from '../../../../src/guards/hosts.ts';
import { guardHttp } from '../../../../src/guards/http.ts';
import { recordingClient, serverOver } from '../../../support/ask.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what a query asks for.
  readonly json: any;
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Options = Parameters<typeof serverOver>[1];

const question = JSON.stringify({ query: '{ stats { documents } }' });

/** The server on a socket until the test is over; `fetch` would not let a test choose its headers. */
export async function listening(options: Options = {}, hosts: readonly string[] = []) {
  const recording = recordingClient(inject('graph') as GraphConnection);
  const { yoga } = serverOver(recording, options);
  const server = createServer(guardHttp(yoga, hostsFor('127.0.0.1', hosts)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await recording.client.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (sent: Sent): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', path = '/graphql', headers = {}, body } = sent;
      const sending = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        text(response).then((received) => {
          const { statusCode: status = 0 } = response;
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          const json = isJson ? JSON.parse(received) : null;
          resolve({ status, headers: response.headers, body: received, json });
        }, reject);
      });
      sending.once('error', reject);
      sending.end(body);
    });
  const post = (headers: Sent['headers'] = {}, body = question) =>
    send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return { send, post, statements: recording.statements };
}

/** What no answer may tell: where the server's code and database are, and how it asks. */
export const leak =
  /\n\s+at |node_modules|\.ts\b|file:\/\/|bolt:|neo4j|\bMATCH\s*\(|\bRETURN\b|ECONN|127\.0\.0\.1|localhost/i;
