import type { ConflictKind } from '../../schema/claims/conflict.ts';

/** One of the claims that contradict each other, with all that make it. */
export interface ConflictSide {
  /** In words; a denial begins with `not: `. */
  readonly says: string;
  /** In the order of their ids. */
  readonly statements: readonly {
    readonly id: string;
    readonly document: string;
    readonly modality: string;
  }[];
}

export interface DescribedConflict {
  readonly kind: ConflictKind;
  /** What its claims are about, in words. */
  readonly about: string;
  readonly sides: readonly ConflictSide[];
}

/** What became of a conflict; null where there was or is none. */
export interface ConflictChange {
  readonly id: string;
  readonly change: 'APPEARS' | 'GOES' | 'CHANGES';
  readonly before: DescribedConflict | null;
  readonly after: DescribedConflict | null;
}

/** What two changes of one conflict come to. */
export function inTurn(first: ConflictChange | undefined, second: ConflictChange): ConflictChange {
  return conflictChange(second.id, first ? first.before : second.before, second.after);
}

export function conflictChange(
  id: string,
  before: DescribedConflict | null,
  after: DescribedConflict | null,
): ConflictChange {
  const change = before === null ? 'APPEARS' : after === null ? 'GOES' : 'CHANGES';
  return { id, change, before, after };
}

/** Whether it is not of one kind, between the same statements, before and after. */
export function isChange({ before, after }: ConflictChange): boolean {
  return identityOf(before) !== identityOf(after);
}

function identityOf(conflict: DescribedConflict | null): string {
  const ids = conflict?.sides.flatMap(({ statements }) => statements.map(({ id }) => id)) ?? [];
  return [conflict?.kind, ...ids.sort()].join(' ');
}

/** Text by which changes are put in order: those that appear first. */
export function orderOf({ id, change, before, after }: ConflictChange): string {
  const rank = { APPEARS: 0, CHANGES: 1, GOES: 2 }[change];
  return [rank, (after ?? before)?.about, id].join('\n');
}
