import type { GraphReader } from '../../src/graph/client.ts';
import type { Loaders } from '../../src/graph/loaders.ts';
import type { ReaderCopies } from '../../src/reader-copies.ts';
import type { Ontology } from '../ontology/define.ts';

/** What a resolver may use; made anew for each request. */
export interface Context {
  readonly client: GraphReader;
  readonly ontology: Ontology;
  readonly loaders: Loaders;
  readonly copies: ReaderCopies;
  /** ISO date: the day on which the question is asked. */
  readonly today: string;
}
