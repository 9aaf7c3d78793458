import { createHash } from 'node:crypto';
import type { Claim } from '../schema/claims/claim.ts';
import { scopeKey, valueKey } from '../schema/claims/claim-keys.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import type { RelationRecord, StatementRecord } from './check/records.ts';

/** A relation between two entities, from the smaller key where it is symmetric. */
export interface RelationIdentity {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly role: string | null;
}

export function relationIdentity(
  { type, from, to, role }: Pick<RelationRecord, 'type' | 'from' | 'to' | 'role'>,
  ontology: Ontology,
): RelationIdentity {
  const swapped = ontology.relations[type]?.symmetric === true && to < from;
  const [start, end] = swapped ? [to, from] : [from, to];
  const id = [start, type, end, ...(role === undefined ? [] : [role])].join(':');
  return { id, type, from: start, to: end, role: role ?? null };
}

/** Undoes {@link relationIdentity}: keys hold no colon, a role may. */
export function relationOfId(id: string): RelationIdentity {
  const [from = '', type = '', to = '', ...role] = id.split(':');
  return { id, type, from, to, role: role.length > 0 ? role.join(':') : null };
}

/** The relation that a statement affirms or denies; null where its predicate is an attribute. */
export function relationOfStatement(
  { subject, predicate, object, role }: StatementRecord,
  ontology: Ontology,
): RelationIdentity | null {
  if (object === undefined) return null;
  return relationIdentity({ type: predicate, from: subject, to: object, role }, ontology);
}

/**
 * 128 bits of what makes a statement itself. Who says it, how surely, and in which words may change.
 * A symmetric claim is the same from either end.
 */
export function statementId(statement: StatementRecord, ontology: Ontology): string {
  const { document, subject, predicate, object, value, role, place, scope, comparedTo } = statement;
  const symmetric = ontology.relations[predicate]?.symmetric === true && object !== undefined;
  const ends = symmetric ? [subject, object].sort() : [subject, object];
  const identity = [
    ...[document, ...ends, predicate, role, place, scope, comparedTo],
    ...[value?.text, value?.number, value?.min, value?.max, value?.unit, value?.boolean],
    ...[value?.time, value?.approximate === true, statement.polarity, statement.passage?.start],
  ];
  return hashed(identity);
}

/**
 * What is said, regardless of the document: the relation, `not ` and the relation, or what is claimed
 * of an attribute. Claims of equal identity back each other.
 */
export function claimIdentity(claim: Claim, relationId: string | null): string {
  const { subject, predicate, polarity } = claim;
  const denied = polarity === 'NEGATED' ? 'not ' : '';
  if (relationId !== null) return `${denied}${relationId}`;
  return `${denied}${subject}:${predicate}:${hashed([scopeKey(claim), valueKey(claim)])}`;
}

/** The same for every conflict about one thing, as its claims' `groupKey` tells it. */
export function conflictId(group: string): string {
  return hashed([group]);
}

function hashed(parts: readonly unknown[]): string {
  const canonical = JSON.stringify(parts.map((part) => part ?? null));
  return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}
