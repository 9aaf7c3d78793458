import { z } from 'zod';
import { everything, isEverything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher } from '../cypher.ts';
import { type RelatedRow, relatedRow } from '../sources/related.ts';
import { EntityRow, entityColumns } from './entity.ts';
import { RelationRow, relationColumns } from './relation.ts';
import { SupportRow, supportColumns } from './support.ts';

/** Entities in order, and the relation between each two, with its support where a view is given. */
export const PathRow = z.object({
  nodes: z.array(EntityRow),
  relations: z.array(RelationRow),
  supports: z.array(SupportRow).nullable(),
});
export type PathRow = z.infer<typeof PathRow>;

interface PathScope {
  readonly ontology: Ontology;
  readonly view?: View | undefined;
}

/** The map of a path that {@link PathRow} describes. */
export function pathColumns(scope: PathScope, path: Cypher): Cypher {
  return pathMap(scope, cypher`nodes(${path})`, cypher`relationships(${path})`);
}

/** The same for the relations that lead from an entity, in order. */
export function trailColumns(scope: PathScope, start: Cypher, trail: Cypher): Cypher {
  const nodes = cypher`reduce(nodes = [${start}], relation IN ${trail} | nodes + CASE WHEN startNode(relation) = nodes[-1] THEN endNode(relation) ELSE startNode(relation) END)`;
  return pathMap(scope, nodes, trail);
}

function pathMap({ ontology, view = everything }: PathScope, nodes: Cypher, relations: Cypher) {
  const supports = isEverything(view)
    ? cypher`null`
    : cypher`[relation IN ${relations} | ${supportColumns(cypher`relation`)}]`;
  return cypher`{nodes: [entity IN ${nodes} | ${entityColumns(ontology, cypher`entity`)}], relations: [relation IN ${relations} | ${relationColumns(cypher`relation`)}], supports: ${supports}}`;
}

/** A path as it is read: each hop with what stands behind it under the view that led over it. */
export interface Path {
  readonly nodes: readonly EntityRow[];
  readonly hops: readonly RelatedRow[];
}

export function pathOf({ nodes, relations, supports }: PathRow, view: View = everything): Path {
  const hops = relations.map((relation, index) => {
    const support = supports?.[index] ?? null;
    return relatedRow({ relation, node: nodes[index + 1] as EntityRow, support }, view);
  });
  return { nodes, hops };
}
