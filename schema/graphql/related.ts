import { listPage, type PageArguments } from '../../src/graph/lists.ts';
import {
  type RelatedList,
  type RelatedRow,
  relatedList,
  relatedRow,
} from '../../src/graph/sources/related.ts';
import { everything } from '../claims/view.ts';
import { defineConnection, type NodeOf } from './connections.ts';
import type { Context } from './context.ts';
import { hopFields } from './hop-fields.ts';
import { defaultPage } from './limits.ts';
import type { Parts } from './parts.ts';

/** `RelatedPlanConnection`: entities one hop away, with the relation on each edge. */
export function defineRelatedConnection(parts: Parts, target: NodeOf<RelatedRow>['type']) {
  const node = { type: target, of: ({ node }: RelatedRow) => node };
  return defineConnection(parts.builder, parts.pageInfo, `Related${target}`, node, (t) =>
    hopFields(t, parts, 'item'),
  );
}

export type RelatedConnection = ReturnType<typeof defineRelatedConnection>;

/** A page of the entities one hop away from an entity; its edges speak under the list's view. */
export async function relatedPage(
  context: Context,
  parent: string,
  list: Omit<RelatedList, 'ontology'>,
  args: PageArguments,
) {
  const source = relatedList({ ontology: context.ontology, ...list });
  const page = await listPage(context, source, { identity: list, parent }, args, defaultPage);
  const { view = everything } = list;
  const edges = page.edges.map(({ cursor, item }) => ({ cursor, item: relatedRow(item, view) }));
  return { ...page, edges };
}
