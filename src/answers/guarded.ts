import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { Asked } from './writer.ts';

/** What Pothos leaves in the extensions of what it builds. */
interface Built {
  readonly pothosOptions?: { readonly authScopes?: unknown };
  readonly pothosArgMappers?: readonly ArgumentMapper[] | null;
}

type ArgumentMapper = (args: object, context: unknown, info: unknown) => object | Promise<object>;

/** Whether not everybody who may ask at all may ask for a field. */
export function isGuarded(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  return [type, field].some(
    ({ extensions }) => (extensions as Built).pothosOptions?.authScopes !== undefined,
  );
}

/** Arguments as a resolver gets them; null where they are refused, which the executor says. */
export function mappedArguments(
  { extensions }: GraphQLField<unknown, unknown>,
  args: object,
  { context, info }: Asked,
): object | null {
  let mapped = args;
  for (const map of (extensions as Built).pothosArgMappers ?? []) {
    try {
      const result = map(mapped, context, info);
      if (result instanceof Promise) {
        result.catch(() => undefined);
        return null;
      }
      mapped = result;
    } catch {
      return null;
    }
  }
  return mapped;
}
