import { z } from 'zod';
import { Backed, Claim, Named, Related, Support, Time } from './claim.ts';

const PageInfo = z.strictObject({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export type PageInfo = z.infer<typeof PageInfo>;

const page = { totalCount: z.int(), pageInfo: PageInfo };

const Revision = z
  .strictObject({
    due: Time.nullable(),
    status: z.string().nullable(),
    slipDays: z.int().nullable().describe('Days later than the date before.'),
    statement: Claim,
  })
  .meta({ id: 'Revision' });
export type Revision = z.infer<typeof Revision>;

const planned = { status: z.string(), due: Time.nullable(), revisions: z.array(Revision) };

const related = z.strictObject({ totalCount: z.int(), edges: z.array(Related) });

export const Search = z.strictObject({
  search: z.strictObject({
    ...page,
    edges: z.array(
      z.strictObject({
        matches: z.array(z.strictObject({ field: z.string(), text: z.string(), kind: z.string() })),
        node: z.strictObject({
          ...Named.shape,
          description: z.string().nullable(),
          statements: z.strictObject({ totalCount: z.int(), nodes: z.array(Claim) }),
        }),
      }),
    ),
  }),
});

export const Entity = z.strictObject({
  entity: z.strictObject({
    ...Named.shape,
    aliases: z.array(z.string()),
    description: z.string().nullable(),
    sameAs: z.array(z.string()),
    facts: z.array(
      z.strictObject({
        attribute: z.string(),
        evidence: Support,
        statement: Claim,
        alternatives: z.array(Claim),
      }),
    ),
    relations: z.strictObject({ ...page, edges: z.array(Related) }),
    statements: z.strictObject({ totalCount: z.int() }),
    ...z.object(planned).partial().shape,
  }),
});

export const Relations = z.strictObject({
  entity: z.strictObject({
    ...Named.shape,
    relations: z.strictObject({ ...page, edges: z.array(Related) }),
  }),
});

export const Paths = z.strictObject({
  paths: z.strictObject({
    pageInfo: PageInfo,
    completeness: z.strictObject({
      complete: z.boolean(),
      reason: z.string().nullable(),
      completeToHops: z.int().nullable(),
    }),
    nodes: z.array(
      z.strictObject({
        length: z.int(),
        start: Named,
        independentSourceCount: z.int().nullable(),
        hops: z.array(
          z.strictObject({
            node: Named,
            forward: z.boolean().describe('The relation is read along the path.'),
            modality: z.string().nullable(),
            period: Time.nullable(),
            evidence: Support,
            relation: Backed,
          }),
        ),
      }),
    ),
  }),
});

export const Timeline = z.strictObject({
  entity: z.strictObject({
    ...Named.shape,
    timeline: z.strictObject({
      ...page,
      edges: z.array(z.strictObject({ time: Time, node: Claim })),
    }),
  }),
});

export const Conflicts = z.strictObject({
  conflicts: z.strictObject({
    ...page,
    nodes: z.array(z.strictObject({ kind: z.string(), statements: z.array(Claim) })),
  }),
});

export const Promises = z.strictObject({
  plans: z.strictObject({
    ...page,
    nodes: z.array(
      z.strictObject({
        ...Named.shape,
        description: z.string().nullable(),
        ...planned,
        announced: related,
        concerned: related,
      }),
    ),
  }),
});
