/**
 * What a caller may do: ask (`read`), see the Cypher behind an answer (`cypher`), change the graph (`write`).
 */
export const scopes = ['read', 'cypher', 'write'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(name: string): name is Scope {
  return (scopes as readonly string[]).includes(name);
}

/** Who asks, as far as the log and the record of changes are concerned, and what that allows. */
export interface Caller {
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** Whoever reaches a server that is open to everyone: to change the graph takes a key. */
export const visitor: Caller = { name: 'everyone', scopes: new Set(['read', 'cypher'] as const) };

/** Whoever reaches a server that wants no keys and listens to its own machine alone: a user of it. */
export const localCaller: Caller = { name: 'local', scopes: new Set(scopes) };
