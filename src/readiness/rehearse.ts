import { readFileSync } from 'node:fs';
import { type GraphQLSchema, graphql } from 'graphql';
import type { Context } from '../../schema/graphql/context.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { localCaller } from '../access/caller.ts';
import { ChangeFeed } from '../change-feed.ts';
import { GraphUnavailableError } from '../errors.ts';
import { GraphClient, type GraphConnection, importLimits } from '../graph/client.ts';
import { Loaders } from '../graph/loaders.ts';
import type { GraphReader } from '../graph/reader.ts';
import { noRedirects } from '../graph/redirects.ts';
import { defaultLimits } from '../guards/limits.ts';
import { ReaderCopies } from '../reader-copies.ts';

export interface Rehearsing {
  readonly connection: GraphConnection;
  readonly schema: GraphQLSchema;
}

/** It makes first questions quicker, and is worth no more work than this, in milliseconds. */
const longest = 10_000;

/** An entity's page, a search and paths: they plan most of what others are made of. */
const questions = ['1-first-look', '2-search', '5-paths'].map((name) =>
  readFileSync(new URL(`../graphiql/tabs/${name}.graphql`, import.meta.url), 'utf8'),
);

/**
 * Asks what takes long while Neo4j has never planned anything like it: the first plan of a long statement takes
 * a second by itself, and those after it a tenth. Resolves once all is asked, it has taken long enough, or the
 * signal comes. Throws {@link GraphUnavailableError} when the database goes away meanwhile.
 */
export async function rehearse(
  { connection, schema }: Rehearsing,
  signal: AbortSignal,
): Promise<void> {
  const client = new GraphClient(connection, importLimits);
  const end = Date.now() + longest;
  try {
    for (const source of questions) {
      if (signal.aborted || Date.now() > end) return;
      const { errors = [] } = await graphql({
        ...{ schema, source, contextValue: contextOver(client.until(end).while(signal)) },
      });
      const lost = errors.find(
        ({ originalError }) => originalError instanceof GraphUnavailableError,
      );
      if (lost) throw lost.originalError;
    }
  } finally {
    await client.close();
  }
}

function contextOver(reader: GraphReader): Context {
  return {
    ...{ caller: localCaller, client: reader, ontology, copies: new ReaderCopies() },
    ...{ loaders: new Loaders(reader, ontology), redirects: noRedirects, browserUrl: null },
    ...{ writer: null, feed: new ChangeFeed(reader), today: new Date().toISOString().slice(0, 10) },
    ...{ traversalTime: longest, maximalCost: defaultLimits.cost },
  };
}
