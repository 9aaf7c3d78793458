import type { Server, ServerResponse } from 'node:http';

/**
 * Follows the requests of a server, and gives a way to end it that answers those it has. Connections are told
 * that no further request is taken; what has no answer after so many milliseconds is cut off.
 */
export function closingOf(server: Server): (within: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  let closing = false;
  server.prependListener('request', (_request, response) => {
    if (closing) return tellToClose(response);
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return (within) =>
    new Promise((resolve) => {
      closing = true;
      for (const response of open) tellToClose(response);
      const timer = setTimeout(() => server.closeAllConnections(), within);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
}

function tellToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
