import { Cypher } from './cypher.ts';

/** What searches find hop by hop, and patterns node by node. */
type Name = 'layer' | 'trails' | 'seen' | 'hits' | 'found' | 'more' | 'node' | 'hop';

/** A variable of a search: `layer` before its first hop, then `layer1`, `layer2` … */
export function numbered(name: Name, number = 0): Cypher {
  return new Cypher([number === 0 ? name : `${name}${number}`]);
}
