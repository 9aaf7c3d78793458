import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import { summaryInView } from '../../../schema/claims/summary-in-view.ts';
import { type Cypher, listOf } from '../cypher.ts';
import type { HopShapes } from '../select/hop-item.ts';
import type { RelationRow } from './relation.ts';
import { readSupport, supportValues } from './support.ts';

/** A relation with what stands behind it, under the view of the list or search that it is in. */
export interface Link {
  readonly relation: RelationRow;
  readonly summary: RelationSummary;
}

type Asked = Pick<HopShapes, 'relation' | 'summaryUnder'>;

/** What is asked of a relation, value by value, which {@link readLink} makes a link of. */
export function linkParts({ relation, summaryUnder }: Asked, variable: Cypher): Cypher[] {
  const support = summaryUnder ? [supportValues(variable)] : [];
  return [...relation.parts(variable), ...support];
}

/** The same as a list. */
export function linkValues(asked: Asked, variable: Cypher): Cypher {
  return listOf(linkParts(asked, variable));
}

/** How many values it is. */
export function linkWidth({ relation, summaryUnder }: Asked): number {
  return relation.width + (summaryUnder ? 1 : 0);
}

/** From a list that begins with the values. */
export function readLink({ relation, summaryUnder }: Asked, values: readonly unknown[]): Link {
  const row = relation.read(values);
  if (!summaryUnder) return { relation: row, summary: row };
  const support = values[relation.width] as readonly unknown[];
  return { relation: row, summary: summaryInView(readSupport(support), summaryUnder) };
}
