import { z } from 'zod';
import { everything, isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { foldedForms } from '../../schema/text/fold.ts';
import { type Cypher, cypher, parameter } from './cypher.ts';
import { labels } from './filters/graph.ts';
import { entityInView } from './filters/view.ts';
import { question } from './question.ts';
import type { EntityRow } from './rows/entity.ts';
import type { Shape } from './select/shape.ts';

export interface Search {
  readonly ontology: Ontology;
  readonly query: string;
  /** Labels; all where none is named. */
  readonly types?: readonly string[] | undefined;
  readonly view?: View | undefined;
}

interface SearchPage extends Search {
  readonly skip: number;
  readonly limit: number;
  readonly shape: Shape<EntityRow>;
}

/** Whole names score from 2 to 3, words of a name from 1 to 2, words of a text from 0 to 1. */
export const searchEntities = question({
  name: 'search-entities',
  row: z.object({ item: z.custom<EntityRow>(), score: z.number() }),
  ask: ({ skip, limit, shape, ...search }: SearchPage) => cypher`${hits(search)}
WITH entity, score ORDER BY score DESC, entity.key SKIP toInteger(${parameter('skip', skip)}) LIMIT toInteger(${parameter('limit', limit)})
RETURN ${shape.values(cypher`entity`)} AS item, score`,
  read: ({ item, score }, { shape }: SearchPage) => ({
    ...{ item: shape.read(item as unknown[]), score: Number(score) },
  }),
});

export const countSearch = question({
  name: 'count-search',
  row: z.object({ count: z.number() }),
  ask: (search: Search) => cypher`${hits(search)}
RETURN count(entity) AS count`,
});

function hits({ ontology, query, types, view = everything }: Search): Cypher {
  const known = isEverything(view)
    ? cypher``
    : cypher` WHERE ${entityInView(cypher`entity`, view)}`;
  const ofType = types ? cypher`WHERE node:${labels(ontology, types)}` : cypher``;
  return cypher`CALL () {
  CALL db.index.fulltext.queryNodes('entity_names', ${parameter('names', nameQuery(query))}) YIELD node, score ${ofType}
  RETURN node AS entity, CASE WHEN any(name IN node.foldedNames WHERE name IN ${parameter('whole', foldedForms(query))}) THEN 2 ELSE 1 END + score / (1 + score) AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_texts_en', ${parameter('text', textQuery(query))}) YIELD node, score ${ofType}
  RETURN node AS entity, score / (1 + score) AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_texts_de', ${parameter('text', textQuery(query))}) YIELD node, score ${ofType}
  RETURN node AS entity, score / (1 + score) AS score
}
WITH entity, max(score) AS score${known}`;
}

/**
 * Every word must be met: exactly, as a prefix, or with a typo, in falling order of weight. A name
 * that holds the words as a phrase comes before the others.
 */
export function nameQuery(query: string): string {
  const forms = foldedForms(query).map((form) => {
    const words = wordsOf(form);
    const phrase = `"${words.join(' ')}"^8`;
    const each = words.map((word) => `(${wordVariants(word).join(' OR ')})`).join(' AND ');
    return `(${phrase} OR (${each}))`;
  });
  return wordsOf(query).length > 0 ? forms.join(' OR ') : nothing;
}

/** The words as the analyzers stem them, all of them; the last one may be unfinished. */
export function textQuery(query: string): string {
  const words = wordsOf(query.toLowerCase());
  if (words.length === 0) return nothing;
  const last = words.length - 1;
  // A prefix is not analysed: as a clause that must hold, it would want even a stop word met.
  return words.map((word, i) => (i === last ? `(${word}^2 OR ${word}*)` : word)).join(' AND ');
}

/** A Lucene query without hits. */
const nothing = '(-*:*)';

/** Letters and digits only: what is left cannot be read as Lucene syntax. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** AND, OR and NOT are operators in capitals only, and words are folded to lower case. */
function wordVariants(word: string): string[] {
  const length = [...word].length;
  const typos = length < 3 ? [] : [`${word}~${length < 6 ? 1 : 2}`];
  return [`${word}^4`, `${word}*^2`, ...typos];
}
