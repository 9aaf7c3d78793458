import { createSchema, createYoga } from 'graphql-yoga';
import type { Variables } from '../queries/bench-query.ts';
import { openDriver, read } from './database.ts';
import { serve } from './listening.ts';

/** GraphQL Yoga with a statement in every resolver, as a first version often is. */
const driver = openDriver();

const typeDefs = `
enum CompanyKind { COMPANY OUTLET BRAND RETAIL_CHAIN PUBLIC_BODY GROUP }
enum Language { EN DE }
input EntityRef { key: String! }
input CompanyFilter { kind: [CompanyKind!]! }

type Query {
  entity(ref: EntityRef!): Company
  companies(filter: CompanyFilter!, first: Int!): Companies!
}
type Company {
  key: String! name(language: Language): String! description: String! kind: CompanyKind!
  owns(first: Int!): Companies!
  products(first: Int!): Products!
}
type Product { key: String! name: String! soldIn(first: Int!): Places! }
type Place { key: String! name: String! }
type Companies { nodes: [Company!]! }
type Products { nodes: [Product!]! edges: [ProductEdge!]! }
type ProductEdge { modality: String! node: Product! }
type Places { nodes: [Place!]! }`;

interface Keyed {
  readonly key: string;
}

interface Linked extends Keyed {
  readonly modality: string;
}

async function rows<Row>(text: string, parameters: Variables): Promise<Row[]> {
  return (await read(driver, text, parameters)) as Row[];
}

function property(name: string) {
  return async ({ key }: Keyed) => {
    const [row] = await rows<{ value: unknown }>(
      `MATCH (entity:Entity {key: $key}) RETURN entity.${name} AS value`,
      { key },
    );
    return row?.value;
  };
}

function related(type: string) {
  return async ({ key }: Keyed, { first }: { first: number }) => {
    const linked = await rows<Linked>(
      `MATCH (:Entity {key: $key})-[relation:${type}]->(other:Entity)
RETURN other.key AS key, relation.modality AS modality
ORDER BY other.sortName, relation.id LIMIT toInteger($first)`,
      { key, first },
    );
    return { nodes: linked, edges: linked.map((node) => ({ modality: node.modality, node })) };
  };
}

const named = { name: property('nameEn') };

const resolvers = {
  Query: {
    entity: async (_root: unknown, { ref }: { ref: Keyed }) =>
      (
        await rows<Keyed>('MATCH (entity:Entity {key: $key}) RETURN entity.key AS key', { ...ref })
      )[0],
    companies: async (
      _root: unknown,
      { filter, first }: { filter: { kind: readonly string[] }; first: number },
    ) => ({
      nodes: await rows<Keyed>(
        `MATCH (company:Company) WHERE company.kind IN $kind
RETURN company.key AS key ORDER BY company.sortName, company.key LIMIT toInteger($first)`,
        { kind: filter.kind, first },
      ),
    }),
  },
  Company: {
    name: (parent: Keyed, { language }: { language?: string }) =>
      property(language === 'DE' ? 'nameDe' : 'nameEn')(parent),
    ...{ description: property('descriptionEn'), kind: property('kind') },
    ...{ owns: related('OWNS'), products: related('MAKES') },
  },
  Product: { ...named, soldIn: related('SOLD_IN') },
  Place: named,
};

serve(
  createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, graphiql: false }),
);
