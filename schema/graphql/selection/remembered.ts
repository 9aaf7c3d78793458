import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  visit,
} from 'graphql';
import type { Context } from '../context.ts';
import type { Operation } from './fields.ts';

/** Values of variables under which one field of a document is remembered. */
const mostPerField = 64;

const memory = new WeakMap<FieldNode, Map<string, unknown>>();

/**
 * What a field's selection compiles to, made once for the same document and the same values of the
 * variables that it uses: a server keeps the documents that it is asked again. `whole` counts those in
 * the field's own arguments, too; `what` tells apart what one field compiles to.
 */
export function remembered<Value>(
  info: GraphQLResolveInfo,
  { today }: Pick<Context, 'today'>,
  { what, uses }: { readonly what: string; readonly uses: 'below' | 'whole' },
  make: () => Value,
): Value {
  const [node, ...others] = info.fieldNodes;
  // Fields that several places of a document select together are rare, and not told apart by one node.
  if (!node || others.length > 0) return make();
  const values = variablesOf(node, uses, info).map((name) => info.variableValues[name]);
  const key = JSON.stringify([info.parentType.name, what, today, values]);
  const known = memory.get(node) ?? new Map<string, unknown>();
  memory.set(node, known);
  if (known.has(key)) return known.get(key) as Value;
  const value = make();
  const [oldest] = known.keys();
  if (known.size >= mostPerField && oldest !== undefined) known.delete(oldest);
  known.set(key, value);
  return value;
}

/** The operation with the variables that a field's selection uses: others need not be kept alive. */
export function operationBelow(info: GraphQLResolveInfo): Operation {
  const { schema, fragments, fieldNodes, variableValues } = info;
  const names = fieldNodes.flatMap((node) => variablesOf(node, 'below', info));
  const given = names.filter((name) => Object.hasOwn(variableValues, name));
  return {
    ...{ schema, fragments },
    variableValues: Object.fromEntries(given.map((name) => [name, variableValues[name]])),
  };
}

const used = new WeakMap<FieldNode, Record<'below' | 'whole', readonly string[]>>();

function variablesOf(node: FieldNode, uses: 'below' | 'whole', info: GraphQLResolveInfo) {
  const known = used.get(node) ?? {
    below: variablesIn(node.selectionSet, info.fragments),
    whole: variablesIn(node, info.fragments),
  };
  used.set(node, known);
  return known[uses];
}

function variablesIn(
  root: FieldNode | FieldNode['selectionSet'],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): string[] {
  const names = new Set<string>();
  const spread = new Set<string>();
  const look = (part: typeof root | FragmentDefinitionNode) => {
    if (!part) return;
    visit(part, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        if (spread.has(name.value)) return;
        spread.add(name.value);
        look(fragments[name.value]);
      },
    });
  };
  look(root);
  return [...names].sort();
}
