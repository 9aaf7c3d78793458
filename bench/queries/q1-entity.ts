import { z } from 'zod';
import { type BenchQuery, reading } from './bench-query.ts';

const Company = z.object({
  ...{ key: z.string(), name: z.string(), german: z.string() },
  ...{ description: z.string(), kind: z.string() },
});

export const q1: BenchQuery = {
  name: 'q1',
  title: 'an entity’s five scalars',
  naive: true,
  pick: `MATCH (company:Company)
WITH company.key AS key ORDER BY reverse(key) LIMIT 40
RETURN key`,
  document: `query ($key: String!) {
  entity(ref: { key: $key }) {
    key name german: name(language: DE) description
    ... on Company { kind }
  }
}`,
  limit: `MATCH (company:Company {key: $key})
RETURN {key: company.key, name: company.nameEn, german: company.nameDe, description: company.descriptionEn, kind: company.kind} AS entity`,
  essence: reading(z.object({ entity: Company }), ({ entity }) => entity),
  peer: {
    document: `query ($key: String!) {
  companies(where: { key: { eq: $key } }) { key name: nameEn german: nameDe description: descriptionEn kind }
}`,
    essence: reading(z.object({ companies: z.tuple([Company]) }), ({ companies }) => companies[0]),
  },
};
