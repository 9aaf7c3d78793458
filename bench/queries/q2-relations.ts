import { z } from 'zod';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const Edges = z.object({ edges: z.array(z.object({ modality: z.string(), node: Named })).min(1) });

export const q2: BenchQuery = {
  name: 'q2',
  title: 'its first 20 relations of a type by name',
  naive: true,
  pick: `MATCH (company:Company)
WITH company, COUNT { (company)-[:MAKES]->() } AS products
WHERE 20 <= products <= 500
WITH company.key AS key ORDER BY reverse(key) LIMIT 40
RETURN key`,
  document: `query ($key: String!) {
  entity(ref: { key: $key }) {
    ... on Company { products(first: 20) { edges { modality node { key name } } } }
  }
}`,
  limit: `MATCH (:Company {key: $key})-[made:MAKES]->(product:Product)
WITH made, product ORDER BY product.sortName, made.id LIMIT 20
RETURN {products: {edges: collect({modality: made.modality, node: {key: product.key, name: product.nameEn}})}} AS entity`,
  essence: reading(
    z.object({ entity: z.object({ products: Edges }) }),
    ({ entity }) => entity.products.edges,
  ),
  peer: {
    document: `query ($key: String!) {
  companies(where: { key: { eq: $key } }) {
    productsConnection(first: 20, sort: [{ node: { sortName: ASC } }]) {
      edges { properties { modality } node { key name: nameEn } }
    }
  }
}`,
    essence: reading(PeerEdges(), ({ companies: [company] }) =>
      company.productsConnection.edges.map(({ properties, node }) => ({ ...properties, node })),
    ),
  },
};

function PeerEdges() {
  const properties = z.object({ modality: z.string() });
  const edges = z.array(z.object({ properties, node: Named }));
  return z.object({ companies: z.tuple([z.object({ productsConnection: z.object({ edges }) })]) });
}
