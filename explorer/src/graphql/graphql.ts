import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.d.ts';

/** A query of the explorer, typed from the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; URL: string };
}>();
