import { Cypher } from './cypher.ts';

/** A variable of Cypher, numbered where a subquery needs one of its own. */
export function variable(
  name: 'entity' | 'other' | 'relation' | 'statement' | 'document',
  depth = 0,
) {
  return new Cypher([depth === 0 ? name : `${name}${depth}`]);
}
