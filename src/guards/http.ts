import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostName } from './hosts.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Problem {
  readonly status: number;
  readonly message: string;
}

/** A browser sends a few hundred bytes; the server would send them back many times over. */
const longestAccept = 1_024;

/**
 * Answers requests that the GraphQL server would stumble over, and passes on the others.
 * `hosts`: the names under which the server answers; null for any.
 */
export function guardHttp(handler: Handler, hosts: ReadonlySet<HostName> | null = null): Handler {
  const isAddress = addressCheck();
  return (request, response) => {
    const problem = problemOf(request, hosts, isAddress);
    if (problem) return refuse(response, problem);
    handler(request, response);
  };
}

function refuse(response: ServerResponse, { status, message }: Problem): void {
  const code = status === 400 ? 'BAD_REQUEST' : 'MISDIRECTED_REQUEST';
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** Parses what it has not just seen: one host is asked for again and again. */
function addressCheck(): (url: string, host: string) => boolean {
  let lastHost: string | null = null;
  return (url, host) => {
    if (host === lastHost && isPlainPath.test(url)) return true;
    if (!URL.canParse(url, `http://${host}`)) return false;
    lastHost = host;
    return true;
  };
}

/** `//` would name another host. */
const isPlainPath = /^\/(?![/\\])/;

function problemOf(
  { headers, url = '/' }: IncomingMessage,
  hosts: ReadonlySet<HostName> | null,
  isAddress: (url: string, host: string) => boolean,
): Problem | null {
  if ((headers.accept?.length ?? 0) > longestAccept) {
    return bad(`The Accept header is longer than ${longestAccept} characters.`);
  }
  const host = headers.host ?? '';
  if (!isAddress(url, host)) return bad('The Host header is no host.');
  if (hosts && !hosts.has(host.replace(/:\d*$/, '').toLowerCase())) {
    return {
      status: 421,
      message: 'This server is not asked by that name. CLAIMGRAPH_HOSTS can add it.',
    };
  }
  const query = url.indexOf('?');
  if (query < 0) return null;
  const parameters = new URLSearchParams(url.slice(query + 1));
  const broken = ['variables', 'extensions'].find((name) => !isJsonObject(parameters.get(name)));
  return broken ? bad(`'${broken}' in the address is no JSON object.`) : null;
}

function bad(message: string): Problem {
  return { status: 400, message };
}

function isJsonObject(text: string | null): boolean {
  if (text === null || text === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    return value === null || (typeof value === 'object' && !Array.isArray(value));
  } catch {
    return false;
  }
}
