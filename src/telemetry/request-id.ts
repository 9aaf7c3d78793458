import { randomUUID } from 'node:crypto';

/** The header in which a request's id comes and goes back. */
export const requestIdHeader = 'x-request-id';

/** UUIDs, ULIDs, the ids of common proxies. What else a client writes stays out of logs and headers. */
const wellFormed = /^[\w.:/+=-]{1,128}$/;

/** The id that a request brings along, or a new one. */
export function requestIdOf({ headers }: Request): string {
  const given = headers.get(requestIdHeader);
  return given !== null && wellFormed.test(given) ? given : randomUUID();
}
