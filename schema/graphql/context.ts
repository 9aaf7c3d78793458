import type { Caller } from '../../src/access/caller.ts';
import type { ChangeFeed } from '../../src/change-feed.ts';
import type { Loaders } from '../../src/graph/loaders.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { Redirects } from '../../src/graph/redirects.ts';
import type { ReaderCopies } from '../../src/reader-copies.ts';
import type { GraphWriter } from '../../src/writer.ts';
import type { Ontology } from '../ontology/define.ts';

/** What a resolver may use; made anew for each request. */
export interface Context {
  readonly caller: Caller;
  readonly client: GraphReader;
  readonly ontology: Ontology;
  readonly loaders: Loaders;
  readonly copies: ReaderCopies;
  readonly redirects: Redirects;
  /** For mutations; null on a server that takes none. */
  readonly writer: GraphWriter | null;
  readonly feed: ChangeFeed;
  /** Milliseconds for one traversal, before it says how far it has come. */
  readonly traversalTime: number;
  /** Objects that one operation may ask for, lists counted as long as they may become. */
  readonly maximalCost: number;
  /** Neo4j Browser of the database in use; null where it is not known. */
  readonly browserUrl: string | null;
  /** ISO date: the day on which the question is asked. */
  readonly today: string;
}
