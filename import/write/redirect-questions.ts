import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import { cypher, parameter, relationTypes } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

const RedirectRow = z.object({
  key: z.string(),
  into: z.string(),
  type: z.string(),
  reason: z.string(),
  /** ISO 8601. */
  mergedAt: z.string(),
  name: z.string(),
  intoName: z.string(),
});
export type RedirectRow = z.infer<typeof RedirectRow>;

export const storedRedirects = question<Record<string, never>, RedirectRow>({
  name: 'import: stored redirects',
  row: RedirectRow,
  ask: () => cypher`
MATCH (r:Redirect)-[:TO]->(target)
RETURN r.key AS key, target.key AS into, r.type AS type, r.reason AS reason,
  toString(r.mergedAt) AS mergedAt, r.name AS name, target.name AS intoName
ORDER BY mergedAt, key`,
});

const ToldRow = z.object({
  key: z.string(),
  datasets: z.array(z.string()),
  records: z.array(z.string()),
  undescribed: z.boolean(),
});
/** What datasets say under one key of an entity; what the last one said where none does. */
export type ToldRow = z.infer<typeof ToldRow>;

/** For an entity of several keys, what is said under its own. */
export const toldOfKeys = question<readonly string[], ToldRow>({
  name: 'import: what is told under keys',
  row: ToldRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (r:Redirect {key: key})
RETURN key, r.datasets AS datasets, r.records AS records, r.undescribed IS NOT NULL AS undescribed
UNION ALL
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
RETURN key, coalesce(e.ownDatasets, e.datasets) AS datasets, coalesce(e.ownRecords, e.records) AS records,
  CASE WHEN e.ownDatasets IS NULL THEN e.undescribed ELSE e.ownUndescribed END IS NOT NULL AS undescribed`,
});

/** What is told of an entity under all its keys, its own first. */
export const toldOfEntity = question<string, ToldRow>({
  name: 'import: what is told of an entity',
  row: ToldRow,
  ask: (root) => cypher`
MATCH (e:Entity {key: ${parameter('root', root)}})
CALL (e) {
  RETURN e.key AS key, coalesce(e.ownDatasets, e.datasets) AS datasets,
    coalesce(e.ownRecords, e.records) AS records, true AS own,
    CASE WHEN e.ownDatasets IS NULL THEN e.undescribed ELSE e.ownUndescribed END IS NOT NULL AS undescribed
  UNION ALL
  MATCH (r:Redirect)-[:TO*]->(e)
  RETURN r.key AS key, r.datasets AS datasets, r.records AS records, false AS own,
    r.undescribed IS NOT NULL AS undescribed
}
RETURN key, datasets, records, undescribed
ORDER BY own DESC, key`,
});

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

export const writeTold = question<readonly ToldRow[], Nothing>({
  name: 'import: write what is told under redirected keys',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (r:Redirect {key: row.key})
SET r.datasets = row.datasets, r.records = row.records,
  r.undescribed = CASE WHEN row.undescribed THEN true END`,
});

export const redirectsOfDataset = question<string, { key: string }>({
  name: 'import: redirected keys of a dataset',
  row: z.object({ key: z.string() }),
  ask: (dataset) => cypher`
MATCH (r:Redirect)
WHERE ${parameter('dataset', dataset)} IN r.datasets
RETURN r.key AS key
ORDER BY key`,
});

interface Merge {
  readonly key: string;
  readonly into: string;
  readonly reason: string;
}

/** Keys that were sent to the entity before go on to the redirect. */
export const createRedirect = question<Merge, Nothing>({
  name: 'import: create a redirect',
  row: Nothing,
  ask: ({ key, into, reason }) => cypher`
MATCH (e:Entity {key: ${parameter('key', key)}})
MATCH (target:Entity {key: ${parameter('into', into)}})
CREATE (r:Redirect {key: e.key, name: e.name, type: [label IN labels(e) WHERE label <> 'Entity'][0],
  reason: ${parameter('reason', reason)}, mergedAt: datetime(),
  datasets: coalesce(e.ownDatasets, e.datasets), records: coalesce(e.ownRecords, e.records),
  undescribed: CASE WHEN e.ownDatasets IS NULL THEN e.undescribed ELSE e.ownUndescribed END})
CREATE (r)-[:TO]->(target)
WITH e, r
CALL (e, r) {
  MATCH (earlier:Redirect)-[to:TO]->(e)
  DELETE to
  CREATE (earlier)-[:TO]->(r)
}`,
});

/** Once nothing leads to it any more. */
export const deleteMerged = question<string, Nothing>({
  name: 'import: delete an entity that was merged',
  row: Nothing,
  ask: (key) => cypher`
MATCH (e:Entity {key: ${parameter('key', key)}})
DELETE e`,
});

/** Keys that were sent to it before go on to the entity of the same key. */
export const deleteRedirect = question<string, Nothing>({
  name: 'import: delete a redirect',
  row: Nothing,
  ask: (key) => cypher`
MATCH (r:Redirect {key: ${parameter('key', key)}})
MATCH (e:Entity {key: ${parameter('key', key)}})
CALL (e, r) {
  MATCH (earlier:Redirect)-[:TO]->(r)
  CREATE (earlier)-[:TO]->(e)
}
DETACH DELETE r`,
});

interface Around {
  readonly key: string;
  /** Only what was said under another key. */
  readonly redirected: boolean;
}

const Id = z.object({ id: z.string() });

export const statementsAround = question<Around, z.infer<typeof Id>>({
  name: 'import: statements that lead to an entity',
  row: Id,
  ask: ({ key, redirected }) => cypher`
MATCH (:Entity {key: ${parameter('key', key)}})<-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO|ORIGIN]-(s:Statement)
WHERE NOT ${parameter('redirected', redirected)} OR s.said IS NOT NULL
RETURN DISTINCT s.id AS id`,
});

export const documentsAround = question<Around, { key: string }>({
  name: 'import: documents that an outlet stands behind',
  row: z.object({ key: z.string() }),
  ask: ({ key, redirected }) => cypher`
MATCH (:Entity {key: ${parameter('key', key)}})-[:PUBLISHED|BASED_ON]-(d:Document)
WHERE NOT ${parameter('redirected', redirected)} OR d.said IS NOT NULL
RETURN DISTINCT d.key AS key`,
});

export const givenRelationsAround = question<
  Around & { readonly ontology: Ontology },
  z.infer<typeof Id>
>({
  name: 'import: relations of an entity that datasets give',
  row: Id,
  ask: ({ ontology, key, redirected }) => cypher`
MATCH (:Entity {key: ${parameter('key', key)}})-[r:${relationTypes(ontology, Object.keys(ontology.relations))}]-()
WHERE r.datasets IS NOT NULL AND (NOT ${parameter('redirected', redirected)} OR r.datasetSaid IS NOT NULL)
RETURN DISTINCT r.id AS id`,
});
