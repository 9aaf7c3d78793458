import type { ListUnder } from '../../src/graph/lists.ts';
import type { HopShapes } from '../../src/graph/select/hop-item.ts';
import { type RelatedList, type RelatedRow, relatedList } from '../../src/graph/sources/related.ts';
import { isEverything, type View } from '../claims/view.ts';
import { defineConnection, type NodeOf } from './connections.ts';
import { hopFields } from './hop-fields.ts';
import type { Parts } from './parts.ts';
import type { Ask } from './selection/ask.ts';

/** `RelatedPlanConnection`: entities one hop away, with the relation on each edge. */
export function defineRelatedConnection(parts: Parts, target: NodeOf<RelatedRow>['type']) {
  const node = { type: target, of: ({ node }: RelatedRow) => node };
  return defineConnection(parts.builder, parts.pageInfo, `Related${target}`, node, (t) =>
    hopFields(t, parts, 'item'),
  );
}

export type RelatedConnection = ReturnType<typeof defineRelatedConnection>;

/** The entities one hop away from an entity; edges speak under the list's view. */
export function relatedUnder(
  list: Omit<RelatedList, 'ontology' | 'shapes' | 'view'> & { readonly view: View },
  ask: Ask,
): ListUnder<RelatedRow> {
  const related = { ...list, ontology: ask.ontology, shapes: hopShapes(ask, list.view) };
  return (entity) => relatedList(related, entity);
}

/** What is asked of hops under a view. */
function hopShapes(ask: Ask, view: View): HopShapes {
  return shapesOf(ask, view, ask.shape);
}

/** The same for what a search has found: what leads on from there is loaded by itself. */
export function foundShapes(ask: Ask, view: View): HopShapes {
  return shapesOf(ask, view, ask.flat);
}

function shapesOf(ask: Ask, view: View, shape: Ask['shape']): HopShapes {
  const summary = ask.columns('summary');
  const stored = isEverything(view);
  return {
    relation: shape('relation', stored ? summary : undefined),
    // Every answer of a search says by key what was found.
    node: shape('entity', new Set(['key'])),
    summaryUnder: stored || summary.size === 0 ? null : view,
  };
}
