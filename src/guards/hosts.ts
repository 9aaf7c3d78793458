import { isIP } from 'node:net';

/** A host name as a Host header has it, in brackets for IPv6, without the port. */
export type HostName = string;

const ownNames: readonly HostName[] = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Under which names a server answers; null for any. A page elsewhere can make a browser ask a loopback
 * address under the page's own name (DNS rebinding), and would read the answer as its own.
 */
export function hostsFor(host: string, allowed: readonly HostName[]): ReadonlySet<HostName> | null {
  if (allowed.length > 0) return new Set(allowed.map((name) => name.toLowerCase()));
  if (!isLoopback(host)) return null;
  return new Set([...ownNames, isIP(host) === 6 ? `[${host}]` : host]);
}
