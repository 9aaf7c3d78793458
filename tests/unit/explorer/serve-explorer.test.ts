import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { serveExplorer } from '../../../src/explorer/serve-explorer.ts';

it('a page that is not built is said to be so with 503, and all else is passed on', async () => {
  const server = createServer(
    serveExplorer('/no/such/folder', (_request, response) => {
      response.end('passed on');
    }),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const path of ['/', '/?around=xiaomi']) {
    const response = await fetch(url + path);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('npm run explorer:build');
  }
  expect(await (await fetch(`${url}/graphql`)).text()).toBe('passed on');
});
