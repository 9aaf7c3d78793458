import { type Cypher, cypher, integerLiteral } from './cypher.ts';
import { all, some } from './filters/logic.ts';
import {
  hopPattern,
  hopPredicate,
  maximalHops,
  type Traversal,
  throughPredicate,
} from './traversal.ts';

/**
 * `MATCH path = ALL SHORTEST (source) (…){1,6} (target)`; both ends are to be bound. No way leads back to
 * its start or on from its end, so that the shortest enter no entity twice: without that, the search
 * traces in vain what does, and does not hear of its time being over.
 */
export function shortestMatch(via: Traversal, source: Cypher, target: Cypher): Cypher {
  const [near, far, relation] = [cypher`near`, cypher`far`, cypher`relation`];
  const predicate = all([
    cypher`near <> ${target} AND far <> ${source}`,
    some([cypher`near = ${source}`, throughPredicate(via, near)]),
    hopPredicate(via, near, far, relation),
  ]);
  return cypher`MATCH path = ALL SHORTEST (${source}) ((near)${hopPattern(via, relation)}(far) WHERE ${predicate}){1,${integerLiteral(via.maxHops, maximalHops)}} (${target})`;
}
