import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Where `npm run explorer:build` leaves the page. */
export const builtExplorer = fileURLToPath(new URL('../../explorer/dist/', import.meta.url));

/** Nothing but what this server gives; data: and blob: are pictures that the page makes itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const unbuilt = `The explorer is not built. Run \`npm run explorer:build\`, then start the server again.
The API and GraphiQL are at /graphql.
`;

/**
 * Answers `/` and the files of the explorer, compressed as they lie there; passes all else on. The names
 * of assets change with what they hold, so that a browser need not ask for one again.
 */
export function serveExplorer(folder: string, next: Handler): Handler {
  if (!existsSync(`${folder}/index.html`)) {
    return (request, response) => {
      if (!isPage(request)) return next(request, response);
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end(unbuilt);
    };
  }
  const files = sirv(folder, {
    ...{ brotli: true, gzip: true, etag: true },
    setHeaders: (response, path) => {
      const lasting = path.startsWith('/assets/');
      response.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('content-security-policy', policy);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
    },
  });
  return (request, response) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads) return next(request, response);
    files(request, response, () => next(request, response));
  };
}

function isPage({ url = '' }: IncomingMessage): boolean {
  return url === '/' || url.startsWith('/?');
}
