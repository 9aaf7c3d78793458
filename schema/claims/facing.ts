import type { Ontology } from '../ontology/define.ts';
import type { Claim } from './claim.ts';

/** The claim as it is said from the smaller key, where its relation is symmetric. */
export function facing<C extends Claim>(claim: C, { relations }: Ontology): C {
  const { subject, predicate, object } = claim;
  const swapped = relations[predicate]?.symmetric === true && object !== null && object < subject;
  return swapped ? { ...claim, subject: object, object: subject } : claim;
}
