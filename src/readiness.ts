import { type Plugin, useReadinessCheck } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { GraphClient } from './graph/client.ts';

/**
 * /ready: whether the database answers. What it says otherwise is for the log, not for whoever asks.
 * Yoga's check holds each request against a URL pattern; those for the API are spared it.
 */
export function readiness(client: GraphClient, log: Logger, apiPath: string): Plugin {
  const { onRequest, ...plugin } = useReadinessCheck({
    check: () => isReady(client, log),
  });
  return {
    ...plugin,
    onRequest: (payload) =>
      payload.request.url.endsWith(apiPath) ? undefined : onRequest?.(payload),
  };
}

export function isReady(client: GraphClient, log: Logger): Promise<boolean> {
  return client.verify().then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'not ready');
      return false;
    },
  );
}
