import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import { isIncluded } from './fields.ts';

/** Whether fields below the one that is resolved are selected, by the names that lead to them. */
export function selects(info: GraphQLResolveInfo, ...names: readonly string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) =>
    leads(selectionSet?.selections ?? [], names, info),
  );
}

function leads(
  selections: readonly SelectionNode[],
  [name, ...rest]: readonly string[],
  info: GraphQLResolveInfo,
): boolean {
  if (name === undefined) return true;
  return selections.some((selection) => {
    if (!isIncluded(selection, info)) return false;
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet?.selections ?? [];
      return selection.name.value === name && leads(inner, rest, info);
    }
    const spread =
      selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    return leads(spread?.selectionSet.selections ?? [], [name, ...rest], info);
  });
}
