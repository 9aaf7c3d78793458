import { z } from 'zod';
import { changeKinds } from '../../schema/writing/change-kinds.ts';
import { type Cypher, cypher, parameter } from './cypher.ts';
import { all } from './filters/logic.ts';
import { beyond, orderBy, type PageRequest, type SortColumn } from './keyset.ts';
import { question } from './question.ts';

export const ChangeRow = z.object({
  sequence: z.number(),
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(changeKinds),
  by: z.string(),
  reason: z.string().nullable(),
  datasets: z.array(z.string()),
  documents: z.array(z.string()),
  /** Keys; null where they were too many to be named. */
  entities: z.array(z.string()).nullable(),
  created: z.number(),
  updated: z.number(),
  retracted: z.number(),
  rejected: z.number(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

const change = cypher`c`;

/** The latest first. */
export const changeColumns: readonly SortColumn[] = [
  { name: 'SEQUENCE', kind: 'number', value: cypher`c.sequence`, descending: true },
];

interface ChangesAbout {
  /** Keys of entities, of which one is to be concerned; null for all changes. */
  readonly about: readonly string[] | null;
}

/** A change that names no entity may concern any. */
function concerning({ about }: ChangesAbout): Cypher {
  // What the index on the number is found by.
  const logged = cypher`${change}.sequence > 0`;
  if (about === null) return logged;
  const keys = parameter('about', about);
  return all([
    logged,
    cypher`(${change}.entities IS NULL OR any(key IN ${keys} WHERE key IN ${change}.entities))`,
  ]);
}

const columns = cypher`c.sequence AS sequence, toString(c.at) AS at, c.kind AS kind, c.by AS by, c.reason AS reason,
  c.datasets AS datasets, c.documents AS documents, c.entities AS entities,
  c.created AS created, c.updated AS updated, c.retracted AS retracted, c.rejected AS rejected`;

/** One page, and one row more if there is. */
export const pageOfChanges = question<ChangesAbout & { readonly page: PageRequest }, ChangeRow>({
  name: 'changes',
  row: ChangeRow,
  ask: ({ page, ...about }) => {
    const { cursor, backward, size } = page;
    const inside = cursor ? beyond(changeColumns, cursor, backward) : cypher`true`;
    return cypher`
MATCH (c:Change)
WHERE ${all([concerning(about), inside])}
RETURN ${columns}
${orderBy(changeColumns, backward)}
LIMIT toInteger(${parameter('limit', size + 1)})`;
  },
});

/** Whether there are changes on the other side of a page's cursor, that of the cursor included. */
export const changesOutside = question<
  ChangesAbout & { readonly page: PageRequest },
  { found: boolean }
>({
  name: 'changes-outside',
  row: z.object({ found: z.boolean() }),
  ask: ({ page, ...about }) => {
    const inside = page.cursor ? beyond(changeColumns, page.cursor, page.backward) : cypher`true`;
    return cypher`RETURN EXISTS { MATCH (c:Change) WHERE ${all([concerning(about), cypher`NOT (${inside})`])} } AS found`;
  },
});

export const changeCount = question<ChangesAbout, { count: number }>({
  name: 'changes-count',
  row: z.object({ count: z.number() }),
  ask: (about) => cypher`RETURN COUNT { MATCH (c:Change) WHERE ${concerning(about)} } AS count`,
});

/** In the order in which they were made. */
export const changesAfter = question<
  ChangesAbout & { readonly sequence: number; readonly limit: number },
  ChangeRow
>({
  name: 'changes-after',
  row: ChangeRow,
  ask: ({ sequence, limit, ...about }) => cypher`
MATCH (c:Change)
WHERE ${all([concerning(about), cypher`c.sequence > ${parameter('sequence', sequence)}`])}
RETURN ${columns}
ORDER BY c.sequence
LIMIT toInteger(${parameter('limit', limit)})`,
});

/** 0 where nothing has been changed yet. */
export const latestChange = question<null, { sequence: number }>({
  name: 'latest-change',
  row: z.object({ sequence: z.number() }),
  ask: () =>
    cypher`RETURN coalesce(head(COLLECT { MATCH (log:ChangeLog {key: 'changes'}) RETURN log.sequence }), 0) AS sequence`,
});
