import type { CompiledCypher } from './cypher.ts';
import { inlined } from './literals.ts';

/**
 * Neo4j Browser with a query in its editor, parameters written out, so that it runs as it stands.
 * In the fragment, which no server sees: Neo4j refuses addresses of more than 8 KB.
 */
export function browserLink(browser: string, query: CompiledCypher): string {
  const link = new URL(browser);
  link.search = `?cmd=edit&arg=${encodeURIComponent(inlined(query))}`;
  return link.href;
}
