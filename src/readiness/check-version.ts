import { graphVersion } from '../../schema/graph-version.ts';
import { ConfigError } from '../errors.ts';
import { compileQuestion } from '../graph/question.ts';
import type { GraphReader } from '../graph/reader.ts';
import { storedVersion } from '../graph/stored-version.ts';

/** The graph is older or newer than what asks it. */
export class GraphVersionError extends ConfigError {}

/**
 * Whether a server has prepared the graph to its end; where none has, it is of today's form or empty.
 * Throws {@link GraphVersionError} for a graph of another version.
 */
export async function isPrepared(client: GraphReader): Promise<boolean> {
  const [stored] = await client.read(compileQuestion(storedVersion, null));
  if (!stored) return false;
  const { version } = stored;
  if (version === graphVersion) return true;
  throw new GraphVersionError([
    version < graphVersion
      ? `The graph is of version ${version}, and this Claimgraph is for version ${graphVersion}. CHANGELOG.md says what has changed: import the data again into an empty database, or go back to the Claimgraph that made the graph.`
      : `The graph is of version ${version}, made by a newer Claimgraph; this one is for version ${graphVersion}. Upgrade this one.`,
  ]);
}
