import { z } from 'zod';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const End = z.object({ key: z.string() });
const Subgraph = z.object({
  subgraph: z.object({
    nodes: z.array(z.object({ hops: z.number(), node: Named })).min(1),
    relations: z
      .array(z.object({ relation: z.object({ type: z.string(), from: End, to: End }) }))
      .min(1),
  }),
});

/** Which relations the subgraph follows. */
const ownership = 'OWNS|SUBSIDIARY_OF|MEMBER_OF|PARTNERS_WITH|NEGOTIATES_WITH';

const types = ownership.replaceAll('|', ', ');

/** Companies with about 1,700 nodes and relations within two hops. */
const pickSubgraph = `MATCH (seed:Company)
WHERE 5 <= COUNT { (seed)-[:${ownership}]-() } <= 60
WITH seed ORDER BY reverse(seed.key) LIMIT 1500
CALL (seed) {
  MATCH (seed)-[:${ownership}]-{1,2}(member)
  WITH collect(DISTINCT member) AS members
  RETURN size(members) AS nodes, size(COLLECT { UNWIND members AS a MATCH (a)-[r:${ownership}]->(b) WHERE b IN members RETURN 1 }) AS relations
}
WITH seed.key AS key, nodes + relations AS size ORDER BY abs(size - 1700), key LIMIT 12
RETURN key`;

/** The answer in one column; members are found hop by hop, relations among them afterwards. */
export const subgraphCypher = `MATCH (seed:Entity {key: $key})
OPTIONAL MATCH (seed)-[:${ownership}]-(near:Entity)
WITH seed, collect(DISTINCT near) AS first
CALL (seed, first) {
  UNWIND first AS near
  MATCH (near)-[:${ownership}]-(far:Entity)
  WHERE far <> seed AND NOT far IN first
  RETURN collect(DISTINCT far) AS second
}
WITH seed, first, second, [seed] + first + second AS members
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[relation:${ownership}]->(other:Entity)
  WHERE other IN members
  RETURN collect({relation: {type: type(relation), from: {key: member.key}, to: {key: other.key}}}) AS relations
}
RETURN {nodes: [{hops: 0, node: {key: seed.key, name: seed.nameEn}}] + [node IN first | {hops: 1, node: {key: node.key, name: node.nameEn}}] + [node IN second | {hops: 2, node: {key: node.key, name: node.nameEn}}], relations: relations} AS subgraph`;

export const q5: BenchQuery = {
  name: 'q5',
  title: 'a two-hop subgraph, about 1,700 nodes and relations',
  naive: false,
  pick: pickSubgraph,
  document: `query ($key: String!) {
  subgraph(seeds: [{ key: $key }], via: { maxHops: 2, types: [${types}] }, maxNodes: 2000, maxRelations: 4000) {
    nodes { hops node { key name } }
    relations { relation { type from { key } to { key } } }
    completeness { reason }
  }
}`,
  limit: subgraphCypher,
  essence: reading(Subgraph, members),
  peer: {
    document: `query ($key: String!) {
  subgraph(key: $key) {
    nodes { hops node { key name } }
    relations { relation { type from { key } to { key } } }
  }
}`,
    essence: reading(Subgraph, members),
  },
};

/** Without an order: each server has its own. */
function members({ subgraph: { nodes, relations } }: z.infer<typeof Subgraph>) {
  return {
    nodes: nodes.map(({ hops, node: { key, name } }) => `${key} ${name} ${hops}`).sort(),
    relations: relations
      .map(({ relation: { type, from, to } }) => `${from.key} ${type} ${to.key}`)
      .sort(),
  };
}
