import type { Client } from 'urql';
import type { Drawing, DrawnEdge, DrawnNode } from '../canvas/drawing.ts';
import type { VariablesOf } from '../graphql/types.ts';
import {
  type Citation,
  type Citations,
  citationsOfRelation,
  citationsQuery,
} from '../queries/citations.ts';

export interface CitedRelation extends DrawnEdge {
  readonly statements: readonly Citation[];
  /** Statements behind it that are not listed: the first 20 are. */
  readonly unlisted: number;
}

/** What is drawn, with its sources. */
export interface CitedGraph {
  readonly nodes: readonly DrawnNode[];
  readonly relations: readonly CitedRelation[];
  /** Whether more surrounds it than was drawn. */
  readonly complete: boolean;
}

/** Relations whose sources are asked for at once: the server counts what that may cost. */
const batch = 25;

/** Throws the error of a question that fails. */
export async function citedGraph(
  { nodes, edges, gaps }: Drawing,
  client: Client,
  asked: Pick<VariablesOf<typeof citationsQuery>, 'view' | 'language'>,
): Promise<CitedGraph> {
  const cited = new Map<string, Citations['statements']>();
  const ids = [...edges.keys()];
  for (let start = 0; start < ids.length; start += batch) {
    const variables = {
      ...asked,
      ids: ids.slice(start, start + batch),
      first: citationsOfRelation,
    };
    const { data, error } = await client.query(citationsQuery, variables).toPromise();
    if (error) throw error;
    for (const node of data?.nodes ?? []) {
      if (node?.__typename === 'Relation') cited.set(node.id, node.statements);
    }
  }
  return {
    nodes: [...nodes.values()],
    relations: [...edges.values()].map((edge) => {
      const { nodes: statements = [], totalCount = 0 } = cited.get(edge.id) ?? {};
      return { ...edge, statements, unlisted: totalCount - statements.length };
    }),
    complete: gaps.length === 0,
  };
}

/** Speakers by name; unnamed ones in words. */
export function saidBy({ attributedTo, attribution }: Citation): string {
  return [...attributedTo.map(({ name }) => name), ...(attribution ? [attribution] : [])].join(
    ', ',
  );
}
