import { type Plugin, useReadinessCheck } from 'graphql-yoga';
import { type Missing, whatIsMissing } from './missing.ts';

/**
 * /ready: 200, or 503 with what is missing.
 * Yoga's check holds each request against a URL pattern; those for the API are spared it.
 */
export function readyEndpoint(missing: () => Missing | null, apiPath: string): Plugin {
  const { onRequest, ...plugin } = useReadinessCheck({
    check: ({ fetchAPI }) => {
      const what = missing();
      return new fetchAPI.Response(
        JSON.stringify(
          what === null
            ? { ready: true }
            : { ready: false, missing: what, message: whatIsMissing[what] },
        ),
        {
          status: what === null ? 200 : 503,
          headers: {
            ...{ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
            ...(what === null ? {} : { 'retry-after': '5' }),
          },
        },
      );
    },
  });
  return {
    ...plugin,
    onRequest: (payload) =>
      payload.request.url.endsWith(apiPath) ? undefined : onRequest?.(payload),
  };
}
