import { z } from 'zod';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter, relationTypes } from '../../../src/graph/cypher.ts';
import { mentionLinks } from '../../../src/graph/mentions.ts';
import { question } from '../../../src/graph/question.ts';

/** Name, type as Cypher's `valueType` gives it, value: temporal ones as text, points as a pair. */
const TypedProperty = z.tuple([z.string(), z.string(), z.unknown()]);
export type TypedProperty = z.infer<typeof TypedProperty>;

const NodeRow = z.object({
  key: z.string(),
  labels: z.array(z.string()),
  properties: z.array(TypedProperty),
});

export const nodeKinds = {
  Dataset: { label: cypher`Dataset`, key: cypher`key` },
  Entity: { label: cypher`Entity`, key: cypher`key` },
  Document: { label: cypher`Document`, key: cypher`key` },
  Statement: { label: cypher`Statement`, key: cypher`id` },
  Conflict: { label: cypher`Conflict`, key: cypher`id` },
  Redirect: { label: cypher`Redirect`, key: cypher`key` },
} as const;
export type NodeKind = keyof typeof nodeKinds;

export const typedNodes = question<
  { readonly kind: NodeKind; readonly keys: readonly string[] },
  z.infer<typeof NodeRow>
>({
  name: 'export: nodes with types',
  row: NodeRow,
  ask: ({ kind, keys }) => {
    const { label, key } = nodeKinds[kind];
    return cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (n:${label} {${key}: key})
RETURN key, labels(n) AS labels, ${typed(cypher`n`)} AS properties
ORDER BY key`;
  },
});

const RelationRow = z.object({ id: z.string(), properties: z.array(TypedProperty) });

export const typedRelations = question<
  { readonly ontology: Ontology; readonly type: string; readonly ids: readonly string[] },
  z.infer<typeof RelationRow>
>({
  name: 'export: relations with types',
  row: RelationRow,
  ask: ({ ontology, type, ids }) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
USING INDEX r:${relationTypes(ontology, [type])}(id)
WHERE r.id = id
RETURN id, ${typed(cypher`r`)} AS properties
ORDER BY id`,
});

const LinkRow = z.object({ type: z.string(), from: z.string(), to: z.string() });

/** What statements are linked to, but for their documents and conflicts. */
export const statementLinks = question<readonly string[], z.infer<typeof LinkRow>>({
  name: 'export: links of statements',
  row: LinkRow,
  ask: (ids) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement {id: id})-[link:${mentionLinks}|ORIGIN|IN_DOCUMENT|CONTRADICTS]->(n)
RETURN type(link) AS type, id AS from, coalesce(n.key, n.id) AS to
ORDER BY type, from, to`,
});

const RedirectRow = z.object({ key: z.string(), to: z.string(), toRedirect: z.boolean() });

/** Keys that lead to entities, directly or by way of others, each with where it leads next. */
export const redirectsTo = question<readonly string[], z.infer<typeof RedirectRow>>({
  name: 'export: redirects to entities',
  row: RedirectRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (:Entity {key: key})<-[:TO*]-(r:Redirect)
MATCH (r)-[:TO]->(next)
RETURN r.key AS key, next.key AS to, next:Redirect AS toRedirect
ORDER BY key`,
});

const BetweenRow = z.object({ conflict: z.string(), statement: z.string() });

/** Conflicts of statements, where the datasets that are told make more than one of its claims. */
export const conflictsOf = question<
  { readonly ids: readonly string[]; readonly told: readonly string[] | null },
  z.infer<typeof BetweenRow>
>({
  name: 'export: conflicts of statements',
  row: BetweenRow,
  ask: ({ ids, told }) => cypher`
UNWIND ${parameter('ids', ids)} AS id
MATCH (s:Statement {id: id})<-[:BETWEEN]-(c:Conflict)
WHERE COUNT {
  MATCH (c)-[:BETWEEN]->(:Statement)-[:IN_DOCUMENT]->(d:Document)
  WHERE ${parameter('told', told)} IS NULL OR d.dataset IN ${parameter('told', told)}
} > 1
RETURN c.id AS conflict, id AS statement
ORDER BY conflict, statement`,
});

function typed(of: Cypher): Cypher {
  return cypher`[name IN keys(${of}) | [name, valueType(${of}[name]), CASE
  WHEN valueType(${of}[name]) STARTS WITH 'LIST<DATE' THEN [each IN ${of}[name] | toString(each)]
  WHEN valueType(${of}[name]) STARTS WITH 'POINT' THEN [${of}[name].latitude, ${of}[name].longitude]
  WHEN valueType(${of}[name]) STARTS WITH 'DATE' OR valueType(${of}[name]) STARTS WITH 'ZONED' THEN toString(${of}[name])
  ELSE ${of}[name] END]]`;
}
