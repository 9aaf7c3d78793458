import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
} from 'graphql';

/** What is needed to read a selection; a GraphQLResolveInfo has all of it. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** The fields that a type answers below some fields, by their names in the answer. */
export function selectedFields(
  type: GraphQLObjectType,
  parents: readonly FieldNode[],
  operation: Operation,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const collect = (selections: readonly SelectionNode[]) => {
    for (const selection of selections) {
      if (!isIncluded(selection, operation)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? operation.fragments[selection.name.value]
          : selection;
      if (fragment && applies(fragment.typeCondition?.name.value, type, operation)) {
        collect(fragment.selectionSet.selections);
      }
    }
  };
  for (const parent of parents) collect(parent.selectionSet?.selections ?? []);
  return fields;
}

/** Whether neither `@skip` nor `@include` takes a selection out. */
function isIncluded(selection: SelectionNode, { variableValues }: Operation): boolean {
  if (!selection.directives || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variableValues);
  return skip?.if !== true && include?.if !== false;
}

function applies(condition: string | undefined, type: GraphQLObjectType, { schema }: Operation) {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}
