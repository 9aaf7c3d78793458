import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limitExceeded } from './limits.ts';

/**
 * Refuses bodies of more bytes than that. One that says how long it is cannot be longer, which Node sees
 * to: it is read as it comes, where Yoga's own `maxRequestBodySize` passes every body through a stream.
 */
export function bodyLimit(limit: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get('content-length');
      if (length !== null) {
        if (Number(length) <= limit) return;
        throw tooLarge(limit);
      }
      const { body } = request;
      if (!body || !requestParser) return;
      setRequestParser(async ({ url, method, headers }) =>
        requestParser(
          new fetchAPI.Request(url, { method, headers, body: await readAtMost(limit, body) }),
        ),
      );
    },
  };
}

async function readAtMost(limit: number, body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function tooLarge(limit: number): GraphQLError {
  return limitExceeded(
    'body',
    limit,
    `The body of the request is larger than ${limit} bytes. Ask in several requests.`,
    { code: 'REQUEST_ENTITY_TOO_LARGE', http: { status: 413 } },
  );
}
