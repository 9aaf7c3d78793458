import { type FieldNode, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { Context } from '../context.ts';
import type { Ask } from './ask.ts';
import { operationBelow, remembered } from './remembered.ts';
import { askOf } from './shapes.ts';

/** What the field that is being resolved may ask for on behalf of the fields below it. */
export function askOfField(info: GraphQLResolveInfo, context: Context): Ask {
  const { ontology, today } = context;
  const asking = { type: getNamedType(info.returnType), nodes: info.fieldNodes };
  return remembered(info, context, { what: 'ask', uses: 'below' }, () =>
    askOf(asking, { operation: operationBelow(info), ontology, today }),
  );
}

const ids = new WeakMap<FieldNode, number>();
let nextId = 0;

/** Tells places of documents apart: what is loaded for one lacks what another asks for. */
export function placeOf({ fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): string {
  return fieldNodes
    .map((node) => {
      const known = ids.get(node);
      if (known !== undefined) return known;
      nextId += 1;
      ids.set(node, nextId);
      return nextId;
    })
    .join('+');
}
