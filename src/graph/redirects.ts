import { z } from 'zod';
import { cypher } from './cypher.ts';
import { compileQuestion, question } from './question.ts';
import type { GraphReader } from './reader.ts';

export const redirects = question({
  name: 'redirects',
  row: z.object({ key: z.string(), present: z.string() }),
  ask: (_none: null) =>
    cypher`MATCH (redirect:Redirect)-[:TO*]->(entity:Entity) RETURN redirect.key AS key, entity.key AS present`,
});

/** The keys of merged entities, each with that of the entity that answers for it. */
export type Redirects = ReadonlyMap<string, string>;

export const noRedirects: Redirects = new Map();

/** For how long a merge or a split may go unnoticed, in milliseconds. */
const freshFor = 1_000;
/** At that age they are read anew beside the requests, so that a busy server never waits for them. */
const renewedAfter = 500;

/** Reads redirects as they are needed, once for all requests of a moment. */
export class CurrentRedirects {
  readonly #client: GraphReader;
  #known = noRedirects;
  #read = Promise.resolve(noRedirects);
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(client: GraphReader) {
    this.#client = client;
  }

  current(): Promise<Redirects> {
    const age = performance.now() - this.#readAt;
    if (age < renewedAfter) return this.#read;
    const last = this.#read;
    this.#readAt = performance.now();
    this.#read = this.#ask();
    return age < freshFor ? last : this.#read;
  }

  /** Where the database does not answer, the question itself says so: those known last will do. */
  async #ask(): Promise<Redirects> {
    const rows = await this.#client.read(compileQuestion(redirects, null)).catch(() => null);
    if (rows) this.#known = new Map(rows.map(({ key, present }) => [key, present]));
    return this.#known;
  }
}
