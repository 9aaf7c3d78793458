import { Cypher } from './cypher.ts';

type Name =
  | 'entity'
  | 'other'
  | 'relation'
  | 'statement'
  | 'document'
  | 'layer'
  | 'seen'
  | 'hits'
  | 'trails'
  | 'found'
  | 'more'
  | 'node'
  | 'hop';

/** A variable of Cypher, numbered where several of a kind are needed. */
export function variable(name: Name, number = 0) {
  return new Cypher([number === 0 ? name : `${name}${number}`]);
}
