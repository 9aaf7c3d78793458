import { z } from 'zod';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const Company = Named.extend({ products: z.object({ nodes: z.array(Named) }) });
const PeerCompany = Named.extend({ products: z.array(Named) });

export const q4: BenchQuery = {
  name: 'q4',
  title: 'a filtered page of 50, each with its top 3',
  naive: true,
  pick: `UNWIND ['BRAND', 'RETAIL_CHAIN', 'GROUP', 'PUBLIC_BODY'] AS kind
RETURN kind`,
  document: `query ($kind: CompanyKind!) {
  companies(filter: { kind: [$kind] }, first: 50) {
    nodes { key name products(first: 3) { nodes { key name } } }
  }
}`,
  limit: `CALL () {
  MATCH (company:Company)
  WHERE company.kind = $kind AND company.sortName IS NOT NULL
  RETURN company ORDER BY company.sortName, company.key LIMIT 50
}
RETURN {nodes: collect({key: company.key, name: company.nameEn, products: {nodes: COLLECT {
  MATCH (company)-[making:MAKES]->(product:Product)
  WITH product, making ORDER BY product.sortName, making.id LIMIT 3
  RETURN {key: product.key, name: product.nameEn}
}}})} AS companies`,
  essence: reading(
    z.object({ companies: z.object({ nodes: z.array(Company).min(1) }) }),
    ({ companies }) =>
      companies.nodes.map(({ products, ...company }) => ({ ...company, products: products.nodes })),
  ),
  peer: {
    document: `query ($kind: String!) {
  companies(where: { kind: { eq: $kind } }, limit: 50, sort: [{ sortName: ASC }]) {
    key name: nameEn
    products(limit: 3, sort: [{ sortName: ASC }]) { key name: nameEn }
  }
}`,
    essence: reading(z.object({ companies: z.array(PeerCompany) }), ({ companies }) => companies),
  },
};
