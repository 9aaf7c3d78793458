import type { PostFor } from './ask.ts';
import { ToolError } from './tool-error.ts';

/** A server answers within 15 seconds, or says why not. */
const patience = 30_000;

/** Asks a Claimgraph server that runs elsewhere, as the client that has asked us, or else with our own key. */
export function remote(url: URL, apiKey: string | undefined): PostFor {
  const endpoint = new URL('graphql', url.href.endsWith('/') ? url : `${url.href}/`);
  const own = apiKey && `Bearer ${apiKey}`;
  return (authorization = own) =>
    async (body) => {
      const headers = {
        'content-type': 'application/json',
        ...(authorization ? { authorization } : {}),
      };
      try {
        return await fetch(endpoint, {
          ...{ method: 'POST', headers, body, redirect: 'error' },
          signal: AbortSignal.timeout(patience),
        });
      } catch (cause) {
        throw new ToolError(
          'The Claimgraph server does not answer. Ask again in a while; if that does not help, CLAIMGRAPH_URL of this MCP server has to be looked at.',
          { cause },
        );
      }
    };
}
