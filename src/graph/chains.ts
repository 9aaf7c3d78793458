import { type Cypher, cypher } from './cypher.ts';
import { all } from './filters/logic.ts';
import { numbered } from './numbered.ts';
import { hopPattern, hopPredicate, type Step } from './traversal.ts';

/** A pattern of a fixed length: nodes, and the step between each two. */
export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly steps: readonly Step[];
}

interface ChainNode {
  readonly name: Cypher;
  readonly conditions: readonly Cypher[];
}

/**
 * `MATCH path = (a)-[hop1:…]-(node1)…(b) WHERE …`. Spelt out instead of repeated, so that Neo4j may
 * search from both ends and meet in the middle.
 */
export function chainMatch({ nodes, steps }: Chain): Cypher {
  const name = (index: number) => nodes[index]?.name ?? cypher`node`;
  const pattern = steps.reduce(
    (text, step, index) =>
      cypher`${text}${hopPattern(step, numbered('hop', index + 1))}(${name(index + 1)})`,
    cypher`(${name(0)})`,
  );
  const predicates = steps.map((step, index) =>
    hopPredicate(step, name(index), name(index + 1), numbered('hop', index + 1)),
  );
  const conditions = nodes.flatMap((node) => node.conditions);
  return cypher`MATCH path = ${pattern} WHERE ${all([...conditions, ...predicates])}`;
}
