import { z } from 'zod';
import { foldedForms } from '../../schema/text/fold.ts';
import { nameQuery, textQuery } from '../../src/graph/search.ts';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const Hits = z.object({ search: z.object({ nodes: z.array(Named).min(1) }) });

/** The answer in one column; names before texts, as our server ranks. */
export const searchCypher = `CALL () {
  CALL db.index.fulltext.queryNodes('entity_names', $names) YIELD node, score
  RETURN node AS entity, CASE WHEN any(name IN node.foldedNames WHERE name IN $whole) THEN 2 ELSE 1 END + score / (1 + score) AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_texts_en', $text) YIELD node, score
  RETURN node AS entity, score / (1 + score) AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_texts_de', $text) YIELD node, score
  RETURN node AS entity, score / (1 + score) AS score
}
WITH entity, max(score) AS score ORDER BY score DESC, entity.key LIMIT 10
RETURN {nodes: collect({key: entity.key, name: entity.nameEn})} AS search`;

export const q7: BenchQuery = {
  name: 'q7',
  title: 'full text, the top 10',
  naive: false,
  pick: `MATCH (company:Company) WHERE company.kind <> 'OUTLET'
WITH company ORDER BY reverse(company.key) LIMIT 40
RETURN split(company.nameEn, ' ')[0] AS query`,
  derive: ({ query }) => {
    const words = String(query);
    return { names: nameQuery(words), whole: foldedForms(words), text: textQuery(words) };
  },
  document: `query ($query: String!) {
  search(query: $query, first: 10) { nodes { key name } }
}`,
  limit: searchCypher,
  essence: reading(Hits, ({ search }) => search.nodes),
  peer: {
    document: `query ($names: String!, $whole: [String!]!, $text: String!) {
  search(names: $names, whole: $whole, text: $text) { nodes { key name } }
}`,
    essence: reading(Hits, ({ search }) => search.nodes),
  },
};
