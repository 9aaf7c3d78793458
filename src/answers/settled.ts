import { GraphQLObjectType, GraphQLSchema } from 'graphql';

/** What the fields at the root have come to, by their names in the answer. */
export type Settled = ReadonlyMap<string, PromiseSettledResult<unknown>>;

const known = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The same schema, but for fields at the root that resolve to what is settled, the root value: an
 * executor completes answers under it, and nothing is asked twice.
 */
export function settledSchema(schema: GraphQLSchema): GraphQLSchema {
  const made = known.get(schema) ?? settling(schema);
  known.set(schema, made);
  return made;
}

function settling(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = schema.getQueryType()?.toConfig();
  if (!query) return schema;
  const fields = Object.entries(query.fields).map(([name, field]) => [
    name,
    {
      ...field,
      resolve: (
        settled: Settled,
        _args: unknown,
        _context: unknown,
        info: { path: { key: string | number } },
      ) => {
        const found = settled.get(String(info.path.key));
        if (found?.status === 'rejected') throw found.reason;
        return found?.value;
      },
    },
  ]);
  const Query = new GraphQLObjectType({ ...query, fields: Object.fromEntries(fields) });
  const types = config.types.filter(({ name }) => name !== Query.name);
  return new GraphQLSchema({ ...config, query: Query, types, assumeValid: true });
}
