import { z } from 'zod';
import { summaryInView } from '../../../schema/claims/summary-in-view.ts';
import type { View } from '../../../schema/claims/view.ts';
import { type Cypher, cypher } from '../cypher.ts';
import type { ListItem } from '../page.ts';
import type { EntityRow } from '../rows/entity.ts';
import type { RelationRow } from '../rows/relation.ts';
import { readSupport, supportValues } from '../rows/support.ts';
import type { RelatedRow } from '../sources/related.ts';
import type { Shape } from './shape.ts';

/** What is asked of a hop. */
export interface HopShapes {
  /** With the columns of the summary, where no view is given. */
  readonly relation: Shape<RelationRow>;
  readonly node: Shape<EntityRow>;
  /** The view under which the summary is asked for; null where the relation's own columns say it all. */
  readonly summaryUnder: View | null;
}

export function hopItem(
  { relation, node, summaryUnder: view }: HopShapes,
  relationVariable: Cypher,
  nodeVariable: Cypher,
): ListItem<RelatedRow> {
  const support = view ? supportValues(relationVariable) : cypher`null`;
  return {
    value: cypher`[${relation.values(relationVariable)}, ${node.values(nodeVariable)}, ${support}]`,
    read: ([relationValues, nodeValues, supports]: [unknown[], unknown[], never]) => {
      const row = relation.read(relationValues);
      return {
        relation: row,
        node: node.read(nodeValues),
        summary: view ? summaryInView(readSupport(supports), view) : row,
      };
    },
    schema: z.object({
      relation: relation.schema,
      node: node.schema,
    }) as unknown as z.ZodType<RelatedRow>,
  };
}
