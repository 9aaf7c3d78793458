import { z } from 'zod';
import type { GraphReader } from './client.ts';
import type { Completeness } from './completeness.ts';
import { cypher, parameter } from './cypher.ts';
import { relationPredicate } from './filters/graph.ts';
import { compileQuestion, question } from './question.ts';
import { EntityRow, entityColumns } from './rows/entity.ts';
import { RelationRow, relationColumns } from './rows/relation.ts';
import { hopPredicate, step, type Traversal, throughPredicate } from './traversal.ts';

export interface SubgraphNode {
  readonly node: EntityRow;
  /** From the nearest seed. */
  readonly hops: number;
  /** Relations of the entity in the whole graph. */
  readonly degree: number;
}

export interface Subgraph {
  readonly nodes: readonly SubgraphNode[];
  readonly relations: readonly RelationRow[];
  readonly completeness: Completeness;
}

export interface SubgraphLimits {
  readonly maxNodes: number;
  readonly maxRelations: number;
}

interface Frontier {
  readonly root: number;
  readonly keys: readonly string[];
  readonly seen: readonly string[];
}

const Expanded = z.object({
  root: z.number(),
  item: EntityRow,
  degree: z.number(),
  passable: z.boolean(),
});

/** One hop on from each root's frontier, best connected entities first. */
export const expandSubgraphs = question({
  name: 'expand-subgraphs',
  row: Expanded,
  ask: ({ via, roots, limit }: { via: Traversal; roots: readonly Frontier[]; limit: number }) =>
    cypher`UNWIND ${parameter('roots', roots)} AS root
CALL (root) {
  UNWIND root.keys AS key
  MATCH (near:Entity {key: key})-${step(via)}-(far:Entity)
  WHERE NOT far.key IN root.seen AND ${hopPredicate(via, cypher`near`, cypher`far`)}
  WITH DISTINCT far ORDER BY far.relationCount DESC, far.key LIMIT toInteger(${parameter('limit', limit)})
  RETURN far
}
RETURN root.root AS root, ${entityColumns(via.ontology, cypher`far`)} AS item, coalesce(far.relationCount, 0) AS degree, coalesce(${throughPredicate(via, cypher`far`)}, false) AS passable`,
});

interface Membership {
  readonly root: number;
  readonly keys: readonly string[];
  readonly hops: Readonly<Record<string, number>>;
}

/** The relations among each root's nodes, those nearest to the seeds first. */
export const inducedRelations = question({
  name: 'induced-relations',
  row: z.object({ root: z.number(), hops: z.number(), relation: RelationRow }),
  ask: ({ via, roots, limit }: { via: Traversal; roots: readonly Membership[]; limit: number }) => {
    const ends = { from: cypher`origin`, to: cypher`target` };
    const variables = { relation: cypher`relation`, ends, other: [ends.from, ends.to] };
    const predicate = relationPredicate(via, variables, via.filter ?? {});
    return cypher`UNWIND ${parameter('roots', roots)} AS root
CALL (root) {
  UNWIND root.keys AS key
  MATCH (origin:Entity {key: key})-${step(via)}->(target:Entity)
  WHERE target.key IN root.keys AND ${predicate}
  WITH relation, CASE WHEN root.hops[origin.key] > root.hops[target.key] THEN root.hops[origin.key] ELSE root.hops[target.key] END AS hops
  ORDER BY hops, relation.id LIMIT toInteger(${parameter('limit', limit)})
  RETURN relation, hops
}
RETURN root.root AS root, hops, ${relationColumns(cypher`relation`)} AS relation`;
  },
});

interface Growing {
  readonly root: number;
  readonly nodes: Map<string, SubgraphNode>;
  frontier: string[];
  /** The last hop depth of which every node is there. */
  completeTo: number;
  cut: boolean;
}

/**
 * What lies around each list of seeds, breadth first: one statement per hop depth for all of them,
 * and one for the relations. Seeds are given as rows, and are there at hop 0.
 */
export async function subgraphs(
  client: GraphReader,
  via: Traversal,
  { maxNodes, maxRelations }: SubgraphLimits,
  seeds: readonly (readonly { row: EntityRow; degree: number }[])[],
): Promise<Subgraph[]> {
  const growing = seeds.map((each, root) => startFrom(each, root, maxNodes));
  for (let hops = 1; hops <= via.maxHops; hops++) {
    const open = growing.filter(({ frontier, cut }) => frontier.length > 0 && !cut);
    if (open.length === 0) break;
    const roots = open.map(({ root, frontier, nodes }) => ({
      ...{ root, keys: frontier, seen: [...nodes.keys()] },
    }));
    const limit = maxNodes + 1;
    const rows = await client.read(compileQuestion(expandSubgraphs, { via, roots, limit }));
    for (const graph of open)
      grow(
        graph,
        rows.filter((row) => row.root === graph.root),
        hops,
        maxNodes,
      );
  }
  for (const graph of growing) if (!graph.cut) graph.completeTo = via.maxHops;
  const roots = growing.map(({ root, nodes }) => ({
    root,
    keys: [...nodes.keys()],
    hops: Object.fromEntries([...nodes].map(([key, node]) => [key, node.hops])),
  }));
  const relations = await client.read(
    compileQuestion(inducedRelations, { via, roots, limit: maxRelations + 1 }),
  );
  return growing.map((graph) =>
    finished(
      graph,
      relations.filter(({ root }) => root === graph.root),
      maxRelations,
    ),
  );
}

function startFrom(
  seeds: readonly { row: EntityRow; degree: number }[],
  root: number,
  maxNodes: number,
): Growing {
  const shown = seeds.slice(0, maxNodes);
  return {
    root,
    nodes: new Map(shown.map(({ row, degree }) => [row.key, { node: row, hops: 0, degree }])),
    frontier: shown.map(({ row }) => row.key),
    completeTo: shown.length < seeds.length ? -1 : 0,
    cut: shown.length < seeds.length,
  };
}

function grow(
  graph: Growing,
  found: readonly z.infer<typeof Expanded>[],
  hops: number,
  maxNodes: number,
) {
  const room = maxNodes - graph.nodes.size;
  const taken = found.slice(0, room);
  for (const { item, degree } of taken) graph.nodes.set(item.key, { node: item, hops, degree });
  graph.frontier = taken.filter(({ passable }) => passable).map(({ item }) => item.key);
  graph.cut = found.length > room;
  if (!graph.cut) graph.completeTo = hops;
}

function finished(
  { nodes, cut, completeTo }: Growing,
  relations: readonly { hops: number; relation: RelationRow }[],
  maxRelations: number,
): Subgraph {
  const left = relations[maxRelations];
  const whole = left ? Math.min(completeTo, left.hops - 1) : completeTo;
  const completeToHops = whole < 0 ? null : whole;
  const complete = !cut && !left;
  return {
    nodes: [...nodes.values()],
    relations: relations.slice(0, maxRelations).map(({ relation }) => relation),
    completeness: { complete, reason: complete ? null : 'LIMIT', completeToHops },
  };
}
