import { graphql } from '../graphql/graphql.ts';
import type { ResultOf } from '../graphql/types.ts';

/** A claim with all that is shown of it, down to its passage. */
export const shownStatement = graphql(`
  fragment ShownStatement on Statement {
    id
    predicate
    modality
    polarity
    role
    scope
    summary(language: $language)
    attribution(language: $language)
    subject { key type name(language: $language) }
    object { key type name(language: $language) }
    attributedTo { key name(language: $language) }
    origin {
      id
      ... on Entity { key name(language: $language) }
      ... on Document { title }
    }
    time { label(language: $language) }
    saidAt { label(language: $language) }
    value {
      text number min max unit boolean approximate
      time { label(language: $language) }
    }
    document {
      key title titleInferred url language
      publishedAt { label(language: $language) earliest latest }
    }
    passage { start end text before after }
    conflicts(view: $view) { id kind }
  }
`);

export type ShownStatement = ResultOf<typeof shownStatement>;
