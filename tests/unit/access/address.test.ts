import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf } from '../../../src/access/address.ts';

const arriving = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

it.each([
  ['the socket', '192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the socket, whatever the client claims', '192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
  ['IPv4 in IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the network of an IPv6 client', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['the same network, shortened', '2001:db8:1:2::9', undefined, 0, '2001:db8:1:2::/64'],
  ['what our proxy saw', '10.0.0.1', '203.0.113.5, 198.51.100.7', 1, '198.51.100.7'],
  ['what the outer of two saw', '10.0.0.1', 'x, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
  ['the proxy itself without a header', '10.0.0.1', undefined, 1, '10.0.0.1'],
])('a client is known by %s', (_what, socket, forwarded, proxies, address) => {
  expect(addressOf(arriving(socket, forwarded), proxies)).toBe(address);
});
