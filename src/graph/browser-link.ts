import type { CompiledCypher } from './cypher.ts';
import { inlined } from './literals.ts';

/** Neo4j answers 414 to 22 KB; 20 KB pass, and a browser sends more than curl beside them. */
const longestLink = 16_000;

/**
 * Neo4j Browser with a query in its editor, parameters written out, so that it runs as it stands; null
 * where it is too long for an address.
 */
export function browserLink(browser: string, query: CompiledCypher): string | null {
  const link = new URL(browser);
  link.search = `?cmd=edit&arg=${encodeURIComponent(inlined(query))}`;
  return link.href.length > longestLink ? null : link.href;
}
