import { z } from 'zod';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const nodes = <Item extends z.ZodType>(item: Item) => z.object({ nodes: z.array(item) });
const Product = Named.extend({ soldIn: nodes(Named) });
const Owned = Named.extend({ products: nodes(Product) });

const PeerProduct = Named.extend({ soldIn: z.array(Named) });
const PeerOwned = Named.extend({ products: z.array(PeerProduct) });

/** Companies that own eight others whose products and places make about 480 objects. */
const pickNested = `MATCH (company:Company)
WHERE COUNT { (company)-[:OWNS]->() } >= 8
CALL (company) {
  MATCH (company)-[owning:OWNS]->(owned:Company)
  WITH owned ORDER BY owned.sortName, owning.id LIMIT 8
  CALL (owned) {
    MATCH (owned)-[making:MAKES]->(product:Product)
    WITH product ORDER BY product.sortName, making.id LIMIT 8
    WITH COUNT { (product)-[:SOLD_IN]->() } AS places
    RETURN sum(1 + CASE WHEN places > 7 THEN 7 ELSE places END) AS below
  }
  RETURN sum(1 + below) AS objects
}
WITH company.key AS key ORDER BY abs(objects - 480), key LIMIT 20
RETURN key`;

export const q3: BenchQuery = {
  name: 'q3',
  title: 'three nested levels, about 480 objects',
  naive: true,
  pick: pickNested,
  document: `query ($key: String!) {
  entity(ref: { key: $key }) {
    ... on Company {
      owns(first: 8) { nodes {
        key name
        products(first: 8) { nodes {
          key name
          soldIn(first: 7) { nodes { key name } }
        } }
      } }
    }
  }
}`,
  limit: `MATCH (company:Company {key: $key})
RETURN {owns: {nodes: COLLECT {
  MATCH (company)-[owning:OWNS]->(owned:Company)
  WITH owned, owning ORDER BY owned.sortName, owning.id LIMIT 8
  RETURN {key: owned.key, name: owned.nameEn, products: {nodes: COLLECT {
    MATCH (owned)-[making:MAKES]->(product:Product)
    WITH product, making ORDER BY product.sortName, making.id LIMIT 8
    RETURN {key: product.key, name: product.nameEn, soldIn: {nodes: COLLECT {
      MATCH (product)-[selling:SOLD_IN]->(place:Place)
      WITH place, selling ORDER BY place.sortName, selling.id LIMIT 7
      RETURN {key: place.key, name: place.nameEn}
    }}}
  }}}
}}} AS entity`,
  essence: reading(z.object({ entity: z.object({ owns: nodes(Owned) }) }), ({ entity }) =>
    entity.owns.nodes.map(({ products, ...owned }) => ({
      ...owned,
      products: products.nodes.map(({ soldIn, ...product }) => ({
        ...product,
        soldIn: soldIn.nodes,
      })),
    })),
  ),
  peer: {
    document: `query ($key: String!) {
  companies(where: { key: { eq: $key } }) {
    owns(limit: 8, sort: [{ sortName: ASC }]) {
      key name: nameEn
      products(limit: 8, sort: [{ sortName: ASC }]) {
        key name: nameEn
        soldIn(limit: 7, sort: [{ sortName: ASC }]) { key name: nameEn }
      }
    }
  }
}`,
    essence: reading(
      z.object({ companies: z.tuple([z.object({ owns: z.array(PeerOwned) })]) }),
      ({ companies: [company] }) => company.owns,
    ),
  },
};
