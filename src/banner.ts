import type { Config } from './config.ts';
import type { OpenGraph } from './open-graph.ts';
import { type Missing, whatIsMissing } from './readiness/missing.ts';

/** What a person needs to know once the server is up. */
export function banner(
  { port, missing }: { readonly port: number; readonly missing: Missing | null },
  { host, home, workers }: Config,
  { managed, browserUrl, connection }: Pick<OpenGraph, 'managed' | 'browserUrl' | 'connection'>,
): string {
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const lines = [`Explorer  ${origin}/`, `GraphQL   ${origin}/graphql`];
  if (workers > 1) lines.push(`Workers   ${workers} processes`);
  if (missing && missing !== 'rehearsal')
    lines.push(`Waiting   ${whatIsMissing[missing]} /ready says when it serves.`);
  // The password of somebody else's database is not ours to print.
  if (managed) {
    lines.push(
      `Neo4j     ${browserUrl}`,
      `          connect to ${connection.uri} as ${connection.username} with password ${connection.password}`,
      `Data      ${home}`,
    );
  }
  return `\nClaimgraph is up. Ctrl-C ends it.\n\n  ${lines.join('\n  ')}\n\n`;
}
