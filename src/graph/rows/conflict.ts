import { z } from 'zod';
import { conflictKinds } from '../../../schema/claims/conflict.ts';
import { cypher } from '../cypher.ts';
import type { Columns } from '../select/shape.ts';

export const ConflictRow = z.object({ id: z.string(), kind: z.enum(conflictKinds) });
export type ConflictRow = z.infer<typeof ConflictRow>;

export const conflictCatalogue: Columns<ConflictRow> = {
  id: { value: (c) => cypher`${c}.id` },
  kind: { value: (c) => cypher`${c}.kind` },
};
