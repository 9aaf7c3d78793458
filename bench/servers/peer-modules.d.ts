/** What the benchmark uses of packages that only bench/package.json installs. */
declare module '@neo4j/graphql' {
  import type { GraphQLSchema } from 'graphql';
  import type { Driver } from 'neo4j-driver';

  export class Neo4jGraphQL {
    constructor(options: { readonly typeDefs: string; readonly driver: Driver });
    getSchema(): Promise<GraphQLSchema>;
  }
}
