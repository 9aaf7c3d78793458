import { z } from 'zod';
import { entitlingModalities } from '../../schema/claims/supersession.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { Cypher, cypher, joined, parameter, relationTypes } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';
import { asDates, asIntegers, present } from '../../src/graph/stored-values.ts';

/** A plan that was made while the graph was empty would scan, and be kept while it fills. */
function byIndex(ontology: Ontology, type: string): Cypher {
  return cypher`USING INDEX r:${relationTypes(ontology, [type])}(id)`;
}

const dateLists = [
  ...[cypher`statementPublished`, cypher`statementFrom`, cypher`statementUntil`],
  ...[cypher`denialPublished`, cypher`denialFrom`, cypher`denialUntil`],
  ...[cypher`statementEarliest`, cypher`statementLatest`],
  ...[cypher`datasetEarliest`, cypher`datasetLatest`],
];

function eachDateList(part: (name: Cypher) => Cypher): Cypher {
  return joined(dateLists.map(part), new Cypher([]));
}

const StoredRelationRow = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
export type StoredRelationRow = z.infer<typeof StoredRelationRow>;

interface OfType {
  readonly ontology: Ontology;
  readonly type: string;
}

export const storedRelations = question<
  OfType & { readonly ids: readonly string[] },
  StoredRelationRow
>({
  name: 'import: stored relations',
  row: StoredRelationRow,
  ask: ({ ontology, type, ids }) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
${byIndex(ontology, type)}
WHERE r.id = id
RETURN r.id AS id,
  r {.*, periodEarliest: toString(r.periodEarliest), periodLatest: toString(r.periodLatest), firstReported: toString(r.firstReported), lastReported: toString(r.lastReported)${eachDateList((name) => cypher`, ${name}: [day IN r.${name} | toString(day)]`)}} AS properties`,
});

export interface RelationWriteRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly dates: Readonly<Record<string, unknown>>;
  /** By the names in {@link dateLists}; an absent property for null. */
  readonly dateLists: Readonly<Record<string, readonly string[] | null>>;
  readonly denialOf: readonly number[] | null;
}

type Writes = OfType & { readonly rows: readonly RelationWriteRow[] };
const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

/** All that a relation carries: what is not in the row goes. */
function written({ properties, counts, dates, dateLists, denialOf }: RelationWriteRow) {
  return {
    ...present(properties),
    ...asIntegers({ ...counts, denialOf }),
    ...asDates(dates),
    ...asDates(dateLists),
  };
}

export const createRelations = question<Writes, Nothing>({
  name: 'import: create relations',
  row: Nothing,
  ask: ({ ontology, type, rows }) => cypher`
UNWIND ${parameter(
    'rows',
    rows.map((row) => ({ from: row.from, to: row.to, properties: written(row) })),
  )} AS row
MATCH (from:Entity {key: row.from})
MATCH (to:Entity {key: row.to})
CREATE (from)-[r:${relationTypes(ontology, [type])}]->(to)
SET r = row.properties`,
});

export const updateRelations = question<Writes, Nothing>({
  name: 'import: update relations',
  row: Nothing,
  ask: ({ ontology, type, rows }) => cypher`
UNWIND ${parameter(
    'rows',
    rows.map((row) => ({ id: row.id, properties: written(row) })),
  )} AS row
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
${byIndex(ontology, type)}
WHERE r.id = row.id
SET r = row.properties`,
});

export const deleteRelations = question<OfType & { readonly ids: readonly string[] }, Nothing>({
  name: 'import: delete relations',
  row: Nothing,
  ask: ({ ontology, type, ids }) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
${byIndex(ontology, type)}
WHERE r.id = id
DELETE r`,
});

/** `said`: the ids under which the dataset gives the relation. */
const SaidRow = z.object({ id: z.string(), said: z.array(z.string()) });

export const relationsOfDataset = question<
  OfType & { readonly dataset: string; readonly after: string },
  z.infer<typeof SaidRow>
>({
  name: 'import: relations of a dataset',
  row: SaidRow,
  ask: ({ ontology, type, dataset, after }) => cypher`
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
WHERE r.id > ${parameter('after', after)} AND ${parameter('dataset', dataset)} IN r.datasets
RETURN r.id AS id,
  [i IN range(0, size(r.datasets) - 1) WHERE r.datasets[i] = ${parameter('dataset', dataset)} | coalesce(r.datasetSaid[i], r.id)] AS said
ORDER BY id
LIMIT 5000`,
});

const TypeRow = z.object({ type: z.string() });

export const relationTypesOfDataset = question<
  { readonly ontology: Ontology; readonly dataset: string },
  z.infer<typeof TypeRow>
>({
  name: 'import: relation types of a dataset',
  row: TypeRow,
  ask: ({ ontology, dataset }) => cypher`
MATCH ()-[r:${relationTypes(ontology, Object.keys(ontology.relations))}]->()
WHERE ${parameter('dataset', dataset)} IN r.datasets
RETURN DISTINCT type(r) AS type`,
});

const EntitledRow = z.object({ plan: z.string(), entitled: z.array(z.string()) });

/** Who may revise what was said of a plan. */
export const entitledToRevise = question<
  {
    readonly ontology: Ontology;
    readonly types: readonly string[];
    readonly plans: readonly string[];
  },
  z.infer<typeof EntitledRow>
>({
  name: 'import: entitled to revise',
  row: EntitledRow,
  ask: ({ ontology, types, plans }) => cypher`
UNWIND ${parameter('plans', plans)} AS key
MATCH (plan:Entity {key: key})
RETURN key AS plan, [(plan)<-[voice:${relationTypes(ontology, types)}]-(speaker) WHERE voice.modality IN ${parameter('entitling', entitlingModalities)} | speaker.key] AS entitled`,
});
