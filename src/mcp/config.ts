import { z } from 'zod';
import { ConfigError } from '../errors.ts';

const Environment = z.object({
  CLAIMGRAPH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is no address of a Claimgraph server, such as http://localhost:4000',
    })
    .transform((url) => new URL(url))
    .optional(),
  CLAIMGRAPH_API_KEY: z.string().optional(),
});

export interface McpConfig {
  /** The Claimgraph server to ask; undefined to answer from the database ourselves. */
  readonly url: URL | undefined;
  readonly apiKey: string | undefined;
}

/** Reads the environment. Throws {@link ConfigError}. */
export function readMcpConfig(environment: NodeJS.ProcessEnv): McpConfig {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
    );
  }
  const { CLAIMGRAPH_URL: url, CLAIMGRAPH_API_KEY: apiKey } = parsed.data;
  if (apiKey && !url) {
    throw new ConfigError([
      'CLAIMGRAPH_API_KEY is set without CLAIMGRAPH_URL: set both, or neither.',
    ]);
  }
  return { url, apiKey };
}
