import type { Ontology } from '../ontology/define.ts';
import type { Claim } from './claim.ts';

/** The days on which a claim is said to hold, as ISO dates, inclusive; null where it is open. */
export interface Validity {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * A state holds throughout its time, and always where none is given. What happens at an instant is
 * true from the last day on which it may have happened. A value that is itself a time says when by
 * itself: such a claim holds on every day.
 */
export function validity(
  { predicate, time }: Pick<Claim, 'predicate' | 'time'>,
  { relations, attributes }: Ontology,
): Validity {
  if (attributes[predicate]?.value.kind === 'time') return { from: null, until: null };
  const { earliest = null, latest = null } = time ?? {};
  return relations[predicate]?.holds === 'instant'
    ? { from: latest ?? earliest, until: null }
    : { from: earliest, until: latest };
}
