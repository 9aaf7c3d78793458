import { z } from 'zod';
import type { Ontology } from '../schema/ontology/define.ts';
import { cypher, parameter, relationTypes } from '../src/graph/cypher.ts';
import { mentionLinks } from '../src/graph/mentions.ts';
import { question } from '../src/graph/question.ts';

interface OfEntities {
  readonly ontology: Ontology;
  readonly keys: readonly string[];
}

const NeighbourRow = z.object({ key: z.string() });

export const neighbours = question<OfEntities, z.infer<typeof NeighbourRow>>({
  name: 'export: neighbours',
  row: NeighbourRow,
  ask: ({ ontology, keys }) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (:Entity {key: key})-[:${relationTypes(ontology, Object.keys(ontology.relations))}]-(other:Entity)
RETURN DISTINCT other.key AS key`,
});

const OutgoingRow = z.object({
  id: z.string(),
  type: z.string(),
  to: z.string(),
  datasets: z.array(z.string()),
});

export const outgoing = question<OfEntities, z.infer<typeof OutgoingRow>>({
  name: 'export: relations from entities',
  row: OutgoingRow,
  ask: ({ ontology, keys }) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (:Entity {key: key})-[r:${relationTypes(ontology, Object.keys(ontology.relations))}]->(other:Entity)
RETURN r.id AS id, type(r) AS type, other.key AS to, coalesce(r.datasets, []) AS datasets`,
});

const SaidRow = z.object({
  id: z.string(),
  document: z.string(),
  object: z.string().nullable(),
  mentioned: z.array(z.string()),
});

/** What is said with one of the entities as its subject. */
export const saidOf = question<readonly string[], z.infer<typeof SaidRow>>({
  name: 'export: statements about entities',
  row: SaidRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (:Entity {key: key})<-[:SUBJECT]-(s:Statement)-[:IN_DOCUMENT]->(d:Document)
RETURN s.id AS id, d.key AS document, [(s)-[:OBJECT]->(e) | e.key][0] AS object,
  [(s)-[:${mentionLinks}|ORIGIN]->(e) | e.key] AS mentioned`,
});

const OutletRow = z.object({ dataset: z.string(), outlets: z.array(z.string()) });

export const outletsOf = question<readonly string[], z.infer<typeof OutletRow>>({
  name: 'export: outlets of documents',
  row: OutletRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (d:Document {key: key})
RETURN d.dataset AS dataset, [(d)-[:PUBLISHED|BASED_ON]-(outlet) | outlet.key] AS outlets`,
});
