import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../schema/graphql/context.ts';
import { presentId } from '../schema/graphql/present-id.ts';
import type { Redirects } from './graph/redirects.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Wherever a request names an entity that was merged, by key or by id, it means the one that
 * answers for it; but in inputs with the extension `asNamed`, which are about the merged one itself. Nothing
 * is looked at while nothing is merged.
 */
export function redirectedRefs(): Plugin<Context> {
  return {
    onExecute({ args }) {
      const { redirects } = args.contextValue;
      if (redirects.size === 0) return;
      const variables: Variables = args.variableValues ?? {};
      args.variableValues = presentVariables(args.schema, args.document, variables, redirects);
      args.document = presentDocument(args.schema, args.document, variables, redirects);
    },
  };
}

/** A document that names nothing merged stays the same object, by which it is remembered. */
function presentDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  redirects: Redirects,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      ObjectValue: () => (isAsNamed(types.getInputType()) ? false : undefined),
      ObjectField(field) {
        const parent = types.getParentInputType();
        if (!parent || getNamedType(parent).name !== 'EntityRef') return undefined;
        return presentField(field, variables, redirects);
      },
    }),
  );
}

function presentField(field: ObjectFieldNode, variables: Variables, redirects: Redirects) {
  const { value, name } = field;
  const named =
    value.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value.kind === Kind.STRING
        ? value.value
        : null;
  if (typeof named !== 'string') return undefined;
  const present = presentName(name.value, named, redirects);
  if (present === named) return undefined;
  return { ...field, value: { kind: Kind.STRING, value: present } } satisfies ObjectFieldNode;
}

function presentVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  redirects: Redirects,
): Record<string, unknown> {
  const present: Record<string, unknown> = { ...variables };
  const asNamed = variablesAsNamed(schema, document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const name = variable.name.value;
      const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      if (declared && Object.hasOwn(variables, name) && !asNamed.has(name)) {
        present[name] = presentValue(variables[name], declared, redirects);
      }
    }
  }
  return present;
}

function variablesAsNamed(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const types = new TypeInfo(schema);
  const names = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      ObjectValue(value) {
        if (!isAsNamed(types.getInputType())) return undefined;
        visit(value, { Variable: ({ name }) => void names.add(name.value) });
        return false;
      },
    }),
  );
  return names;
}

function isAsNamed(type: GraphQLInputType | null | undefined): boolean {
  return type ? getNamedType(type).extensions.asNamed === true : false;
}

function presentValue(value: unknown, type: GraphQLInputType, redirects: Redirects): unknown {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || isAsNamed(named) || typeof value !== 'object' || value === null)
    return value;
  if (Array.isArray(value)) return value.map((item) => presentValue(item, type, redirects));
  const fields = named.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (named.name === 'EntityRef' && typeof inner === 'string') {
        return [name, presentName(name, inner, redirects)];
      }
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? presentValue(inner, field.type, redirects) : inner];
    }),
  );
}

function presentName(field: string, named: string, redirects: Redirects): string {
  return field === 'key' ? (redirects.get(named) ?? named) : presentId(named, redirects);
}
