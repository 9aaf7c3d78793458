import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import { Cypher, cypher, joined, label, parameter, propertyName } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

const StoredEntityRow = z.object({
  key: z.string(),
  type: z.string(),
  /** What it owns and what is kept of its datasets; nothing derived from statements. */
  properties: z.record(z.string(), z.unknown()),
});
export type StoredEntityRow = z.infer<typeof StoredEntityRow>;

interface OfKeys {
  readonly ontology: Ontology;
  readonly keys: readonly string[];
}

export const storedEntities = question<OfKeys, StoredEntityRow>({
  name: 'import: stored entities',
  row: StoredEntityRow,
  ask: ({ ontology, keys }) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
RETURN e.key AS key, [label IN labels(e) WHERE label <> 'Entity'][0] AS type,
  e {.*, relationCount: null, statementCount: null, firstReported: null, lastReported: null, dueDay: null${positions(ontology)}} AS properties`,
});

export interface EntityWriteRow {
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly points: Readonly<Record<string, unknown>>;
}

interface WriteArguments {
  readonly ontology: Ontology;
  readonly type: string;
  readonly rows: readonly EntityWriteRow[];
}

const Nothing = z.object({});
export type Nothing = z.infer<typeof Nothing>;

export const writeEntities = question<WriteArguments, Nothing>({
  name: 'import: write entities',
  row: Nothing,
  ask: ({ ontology, type, rows }) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MERGE (e:Entity {key: row.key})
ON CREATE SET e:${label(ontology, type)}, e.relationCount = 0, e.statementCount = 0
SET e += row.properties${setPoints(ontology, type)}`,
});

export const entityNames = question<readonly string[], { key: string; name: string }>({
  name: 'import: names of entities',
  row: z.object({ key: z.string(), name: z.string() }),
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
RETURN key, e.name AS name`,
});

export const deleteEntities = question<readonly string[], { key: string }>({
  name: 'import: delete entities that nothing mentions',
  row: z.object({ key: z.string() }),
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
WHERE NOT EXISTS { (e)--() }
DELETE e
RETURN key`,
});

/** What is left of these entities stays only for what mentions it. */
export const markUndescribed = question<readonly string[], Nothing>({
  name: 'import: mark entities that no dataset describes',
  row: Nothing,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
SET e.undescribed = true`,
});

/** Entities that no dataset describes, and nothing mentions any more. */
export const deleteForgotten = question<Record<string, never>, { key: string }>({
  name: 'import: delete forgotten entities',
  row: z.object({ key: z.string() }),
  ask: () => cypher`
MATCH (e:Entity)
WHERE e.undescribed = true AND NOT EXISTS { (e)--() }
WITH e, e.key AS key
LIMIT 5000
DELETE e
RETURN key`,
});

export const entitiesOfDataset = question<
  { readonly dataset: string; readonly after: string },
  { key: string }
>({
  name: 'import: entities of a dataset',
  row: z.object({ key: z.string() }),
  ask: ({ dataset, after }) => cypher`
MATCH (e:Entity)
WHERE e.key > ${parameter('after', after)} AND ${parameter('dataset', dataset)} IN e.datasets
RETURN e.key AS key
ORDER BY key
LIMIT 5000`,
});

/** Page by page: those after a key. */
export const entityKeys = question<string, { key: string }>({
  name: 'import: keys of entities',
  row: z.object({ key: z.string() }),
  ask: (after) => cypher`
MATCH (e:Entity)
WHERE e.key > ${parameter('after', after)}
RETURN e.key AS key
ORDER BY key
LIMIT 5000`,
});

/** The properties of a type, or of all, that hold a position. */
export function pointProperties({ entities }: Ontology, type?: string): string[] {
  const declarations = Object.entries(entities).filter(([name]) => name === (type ?? name));
  const points = declarations.flatMap(([, { properties }]) =>
    Object.entries(properties).filter(([, { kind }]) => kind === 'point'),
  );
  return [...new Set(points.map(([name]) => name))];
}

function positions(ontology: Ontology): Cypher {
  return eachPoint(pointProperties(ontology), (name) => {
    const property = propertyName(ontology, name);
    return cypher`, ${property}: CASE WHEN e.${property} IS NULL THEN null ELSE {latitude: e.${property}.latitude, longitude: e.${property}.longitude} END`;
  });
}

function setPoints(ontology: Ontology, type: string): Cypher {
  return eachPoint(pointProperties(ontology, type), (name) => {
    const property = propertyName(ontology, name);
    return cypher`, e.${property} = point(row.points.${property})`;
  });
}

function eachPoint(names: readonly string[], part: (name: string) => Cypher): Cypher {
  return joined(names.map(part), new Cypher([]));
}
