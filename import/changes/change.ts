import { userInfo } from 'node:os';
import type { ChangeKind } from '../../schema/writing/change-kinds.ts';

/** What is to be remembered of a change beside what it did. */
export interface Occasion {
  readonly kind: ChangeKind;
  /** Who made it: a user of the machine, the name of a key, the subject of a token. */
  readonly by: string;
  /** Of a merge. */
  readonly reason?: string | undefined;
  readonly datasets?: readonly string[];
  /** That were retracted by name. */
  readonly documents?: readonly string[];
  /** Records that were refused. */
  readonly rejected?: number;
}

/** A log entry names the entities that it concerns unless they are more than this. */
export const mostNamed = 10_000;

/** Who runs a command. */
export function commandUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // A container may run under a number that no user has.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
    return `uid ${process.getuid?.()}`;
  }
}
