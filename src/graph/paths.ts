import { z } from 'zod';
import { cypher, integerLiteral, parameter } from './cypher.ts';
import { question } from './question.ts';
import { EntityRow, entityColumns } from './rows/entity.ts';
import { RelationRow, relationColumns } from './rows/relation.ts';
import { hopPredicate, step, type Traversal, throughPredicate } from './traversal.ts';

/** Hops that a path may have: beyond it, everything is connected with everything. */
export const maximalHops = 8;
/** Paths between two entities that are told apart; further ones are only said to exist. */
export const maximalPaths = 100;

/** Entities in order, and the relation between each two. */
export const PathRow = z.object({
  nodes: z.array(EntityRow),
  relations: z.array(RelationRow),
});
export type PathRow = z.infer<typeof PathRow>;

export interface PathSearch {
  readonly via: Traversal;
  /** Keys of entities. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly skip: number;
  readonly limit: number;
}

/**
 * The shortest paths that enter no entity twice, from any of the first to any of the second. Which
 * of equally long ones are found depends on how many are sought: each page seeks the same number.
 */
export const shortestPaths = question({
  name: 'shortest-paths',
  row: PathRow,
  ask: ({ via, from, to, skip, limit }: PathSearch) => {
    const hop = hopPredicate(via, cypher`near`, cypher`far`);
    const between = throughPredicate(via, cypher`between`);
    return cypher`MATCH (source:Entity) WHERE source.key IN ${parameter('from', from)}
MATCH (target:Entity) WHERE target.key IN ${parameter('to', to)} AND target <> source
MATCH SHORTEST ${integerLiteral(maximalPaths + 1, maximalPaths + 1)} (path = (source) ((near:Entity)-${step(via)}-(far:Entity) WHERE ${hop}){1,${integerLiteral(via.maxHops, maximalHops)}} (target)
  WHERE all(between IN nodes(path)[1..-1] WHERE ${between}) AND size(COLLECT { UNWIND nodes(path) AS node RETURN DISTINCT node }) = size(nodes(path)))
WITH path, reduce(ids = '', relation IN relationships(path) | ids + ' ' + relation.id) AS ids
ORDER BY length(path), ids SKIP toInteger(${parameter('skip', skip)}) LIMIT toInteger(${parameter('limit', limit)})
RETURN [entity IN nodes(path) | ${entityColumns(via.ontology, cypher`entity`)}] AS nodes, [relation IN relationships(path) | ${relationColumns(cypher`relation`)}] AS relations`;
  },
});
