import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import { summaryInView } from '../../../schema/claims/summary-in-view.ts';
import { type Cypher, cypher } from '../cypher.ts';
import type { HopShapes } from '../select/hop-item.ts';
import type { RelationRow } from './relation.ts';
import { readSupport, supportValues } from './support.ts';

/** A relation with what stands behind it, under the view of the list or search that it is in. */
export interface Link {
  readonly relation: RelationRow;
  readonly summary: RelationSummary;
}

type Asked = Pick<HopShapes, 'relation' | 'summaryUnder'>;

/** A list of what is asked of a relation, which {@link readLink} makes a link of. */
export function linkValues({ relation, summaryUnder }: Asked, variable: Cypher): Cypher {
  const support = summaryUnder ? supportValues(variable) : cypher`null`;
  return cypher`[${relation.values(variable)}, ${support}]`;
}

export type LinkValues = readonly [readonly unknown[], readonly unknown[] | null];

export function readLink({ relation, summaryUnder }: Asked, [values, support]: LinkValues): Link {
  const row = relation.read(values);
  return {
    relation: row,
    summary: summaryUnder && support ? summaryInView(readSupport(support), summaryUnder) : row,
  };
}
