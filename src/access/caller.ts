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

/** Whoever reaches a server that wants no keys: a user of the machine. */
export const localCaller: Caller = { name: 'local', scopes: new Set(scopes) };
