import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import { subgraphCypher } from '../queries/q5-subgraph.ts';
import { pathCypher } from '../queries/q6-paths.ts';
import { searchCypher } from '../queries/q7-search.ts';
import { openDriver } from './database.ts';
import { serve } from './listening.ts';

/** @neo4j/graphql on GraphQL Yoga, as its documentation sets it up. */
const named = 'key: String! nameEn: String! sortName: String!';
const typeDefs = `
type Company @node {
  ${named} nameDe: String! descriptionEn: String! kind: String!
  products: [Product!]! @relationship(type: "MAKES", direction: OUT, properties: "Making")
  owns: [Company!]! @relationship(type: "OWNS", direction: OUT)
}
type Making @relationshipProperties { modality: String }
type Product @node {
  ${named}
  soldIn: [Place!]! @relationship(type: "SOLD_IN", direction: OUT)
}
type Place @node { ${named} }

type Named { key: String! name: String! }
type Member { hops: Int! node: Named! }
type Triple { type: String! from: End! to: End! }
type End { key: String! }
type Connection { relation: Triple! }
type Subgraph { nodes: [Member!]! relations: [Connection!]! }
type RelationType { type: String! }
type Hop { node: Named! relation: RelationType! }
type Path { length: Int! hops: [Hop!]! }
type Paths { nodes: [Path!]! }
type Hits { nodes: [Named!]! }

type Query {
  subgraph(key: String!): Subgraph! @cypher(statement: ${JSON.stringify(subgraphCypher)}, columnName: "subgraph")
  paths(from: String!, to: String!): Paths @cypher(statement: ${JSON.stringify(pathCypher)}, columnName: "paths")
  search(names: String!, whole: [String!]!, text: String!): Hits! @cypher(statement: ${JSON.stringify(searchCypher)}, columnName: "search")
}`;

const schema = await new Neo4jGraphQL({ typeDefs, driver: openDriver() }).getSchema();

serve(createYoga({ schema, logging: false, graphiql: false }));
