import { z } from 'zod';
import type { View } from '../../../schema/claims/view.ts';
import type { Cypher } from '../cypher.ts';
import type { ListItem } from '../page.ts';
import type { EntityRow } from '../rows/entity.ts';
import { linkParts, linkWidth, readLink } from '../rows/link.ts';
import type { RelationRow } from '../rows/relation.ts';
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
  shapes: HopShapes,
  relationVariable: Cypher,
  nodeVariable: Cypher,
): ListItem<RelatedRow> {
  const { relation, node } = shapes;
  const width = linkWidth(shapes);
  return {
    parts: () => [...linkParts(shapes, relationVariable), ...node.parts(nodeVariable)],
    read: (values) => ({ ...readLink(shapes, values), node: node.read(values, width) }),
    get schema() {
      const { schema: link } = relation;
      return z.object({ relation: link, node: node.schema }) as unknown as z.ZodType<RelatedRow>;
    },
  };
}
