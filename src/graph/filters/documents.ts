import { type Cypher, cypher, parameter } from '../cypher.ts';
import { all, type Combined, combinations } from './logic.ts';
import { datePredicate, type RangeFilter, type StringFilter, stringPredicate } from './scalars.ts';

/** Conditions on a document, all of which hold. Outlets by key. */
export interface DocumentFilter extends Combined<DocumentFilter> {
  readonly title?: StringFilter | null | undefined;
  readonly language?: readonly string[] | null | undefined;
  readonly published?: RangeFilter<string> | null | undefined;
  readonly publisher?: readonly string[] | null | undefined;
  readonly basedOn?: readonly string[] | null | undefined;
}

export function documentPredicate(document: Cypher, filter: DocumentFilter): Cypher {
  const conditions = combinations(filter, (inner) => documentPredicate(document, inner));
  if (filter.title) conditions.push(stringPredicate(cypher`${document}.sortName`, filter.title));
  if (filter.language) {
    conditions.push(
      cypher`toLower(${document}.language) IN ${parameter(
        'languages',
        filter.language.map((tag) => tag.toLowerCase()),
      )}`,
    );
  }
  if (filter.published) {
    conditions.push(datePredicate(cypher`${document}.published`, filter.published));
  }
  if (filter.publisher) {
    conditions.push(
      cypher`EXISTS { MATCH (${document})<-[:PUBLISHED]-(outlet:Company) WHERE outlet.key IN ${parameter('keys', filter.publisher)} }`,
    );
  }
  if (filter.basedOn) {
    conditions.push(
      cypher`EXISTS { MATCH (${document})-[:BASED_ON]->(outlet:Company) WHERE outlet.key IN ${parameter('keys', filter.basedOn)} }`,
    );
  }
  return all(conditions);
}
