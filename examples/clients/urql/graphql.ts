import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Types an operation by reading it, as it is written: nothing is generated but the schema's types. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; URL: string };
}>();
