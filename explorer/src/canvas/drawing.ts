import type { EntityType, Modality, RelationType } from '../graphql/types.ts';
import type { Completeness, Paths, Subgraph } from '../queries/subgraph.ts';

export interface DrawnNode {
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  /** Relations that it has in the whole graph; null where that is not known. */
  readonly degree: number | null;
  readonly onPath: boolean;
}

export interface DrawnEdge {
  readonly id: string;
  readonly type: RelationType;
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
  readonly modality: Modality | null;
  readonly sources: number;
  readonly disputed: boolean;
  readonly firstReported: string | null;
  readonly onPath: boolean;
}

export interface Drawing {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: ReadonlyMap<string, DrawnEdge>;
  /** What was left out, once for each question behind the drawing. */
  readonly gaps: readonly Completeness[];
  readonly browserUrl: string | null;
}

/** Surroundings and paths as one picture. */
export function drawingOf(subgraph: Subgraph | null, paths: Paths | null): Drawing {
  const nodes = new Map<string, DrawnNode>();
  const edges = new Map<string, DrawnEdge>();
  for (const { node, degree } of subgraph?.nodes ?? []) {
    nodes.set(node.key, { ...node, degree, onPath: false });
  }
  for (const link of subgraph?.relations ?? []) edges.set(link.relation.id, edgeOf(link, false));
  for (const { start, hops } of paths?.nodes ?? []) {
    for (const node of [start, ...hops.map((hop) => hop.node)]) {
      nodes.set(node.key, { ...node, degree: nodes.get(node.key)?.degree ?? null, onPath: true });
    }
    for (const hop of hops) edges.set(hop.relation.id, edgeOf(hop, true));
  }
  const gaps = [subgraph, paths].flatMap((answer) =>
    answer && !answer.completeness.complete ? [answer.completeness] : [],
  );
  return {
    ...{ nodes, gaps },
    edges: new Map([...edges].filter(([, { from, to }]) => nodes.has(from) && nodes.has(to))),
    browserUrl: paths?.query?.browserUrl ?? subgraph?.query?.browserUrl ?? null,
  };
}

type Link = Subgraph['relations'][number];

function edgeOf({ relation, modality, evidence }: Link, onPath: boolean): DrawnEdge {
  const { id, type, role, from, to } = relation;
  return {
    ...{ id, type, role, from: from.key, to: to.key, modality, onPath },
    sources: evidence.independentSourceCount,
    disputed: evidence.disputed,
    firstReported: evidence.firstReported,
  };
}
