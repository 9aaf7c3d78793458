import { z } from 'zod';
import { conflictKinds } from '../../../schema/claims/conflict.ts';
import { type Cypher, cypher } from '../cypher.ts';

export const ConflictRow = z.object({ id: z.string(), kind: z.enum(conflictKinds) });
export type ConflictRow = z.infer<typeof ConflictRow>;

export function conflictColumns(conflict: Cypher): Cypher {
  return cypher`{id: ${conflict}.id, kind: ${conflict}.kind}`;
}
