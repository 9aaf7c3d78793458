import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Where a request comes from, as far as it can be known: the socket's other end, or what the outermost of
 * our own proxies saw. What a client writes into X-Forwarded-For itself stands before that and is not read.
 * An IPv6 client has a whole /64 to choose from, so that counts as one.
 */
export function addressOf(request: IncomingMessage | undefined, proxies: number): string {
  const seen = request?.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return network(seen);
  const header = request?.headers['x-forwarded-for'] ?? '';
  const chain = String(header)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return network(chain.at(-proxies) ?? chain[0] ?? seen);
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const groups = [
    ...first,
    ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'),
    ...last,
  ];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
