import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A browser sends a few hundred bytes; the server would send them back many times over. */
const longestAccept = 1_024;

/** Answers requests that the GraphQL server would stumble over, and passes on the others. */
export function guardHttp(handler: Handler): Handler {
  return (request, response) => {
    const problem = problemOf(request);
    if (!problem) return handler(request, response);
    response.writeHead(400, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify({ errors: [{ message: problem, extensions: { code: 'BAD_REQUEST' } }] }),
    );
  };
}

function problemOf({ headers, url = '/' }: IncomingMessage): string | null {
  if ((headers.accept?.length ?? 0) > longestAccept) {
    return `The Accept header is longer than ${longestAccept} characters.`;
  }
  if (!URL.canParse(url, `http://${headers.host ?? ''}`)) return 'The Host header is no host.';
  const query = new URL(url, `http://${headers.host}`).searchParams;
  const broken = ['variables', 'extensions'].find((name) => !isJsonObject(query.get(name)));
  return broken ? `'${broken}' in the address is no JSON object.` : null;
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
