import { z } from 'zod';
import { groupBy } from '../../schema/claims/group-by.ts';
import { isEverything, type View } from '../../schema/claims/view.ts';
import type { GraphReader } from './client.ts';
import { cypher, parameter } from './cypher.ts';
import { contradictionInView, statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import { ConflictRow, conflictColumns } from './rows/conflict.ts';
import { StatementRow, statementColumns } from './rows/statement.ts';

interface Asked {
  readonly keys: readonly string[];
  readonly view: View;
}

interface Sources {
  readonly client: GraphReader;
  readonly loaders: Loaders;
}

const statement = cypher`statement`;

/** The statements of the view that a conflict is between, in order of publication. */
export const statementsOfConflicts = question({
  name: 'statements-of-conflicts',
  row: z.object({ key: z.string(), item: StatementRow }),
  ask: ({ keys, view }: Asked) => {
    const there = isEverything(view) ? cypher`true` : statementInView(statement, view);
    return cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (:Conflict {id: key})-[:BETWEEN]->(statement:Statement)
WHERE ${there}
RETURN key, ${statementColumns(statement)} AS item
ORDER BY statement.published, statement.id`;
  },
});

/** The conflicts of the view that a statement takes part in. */
export const conflictsOfStatements = question({
  name: 'conflicts-of-statements',
  row: z.object({ key: z.string(), item: ConflictRow }),
  ask: ({ keys, view }: Asked) => {
    const there = isEverything(view) ? cypher`true` : contradictionInView(statement, view);
    return cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (statement:Statement {id: key})<-[:BETWEEN]-(conflict:Conflict)
WHERE ${there}
RETURN key, ${conflictColumns(cypher`conflict`)} AS item
ORDER BY conflict.name, conflict.id`;
  },
});

export function loadStatementsOfConflict({ client, loaders }: Sources, id: string, view: View) {
  return loaders.batch<readonly StatementRow[]>(
    ['statements-of-conflicts', view],
    id,
    async (keys) =>
      byKey(await client.read(compileQuestion(statementsOfConflicts, { keys, view }))),
    [],
  );
}

export function loadConflictsOfStatement({ client, loaders }: Sources, id: string, view: View) {
  return loaders.batch<readonly ConflictRow[]>(
    ['conflicts-of-statements', view],
    id,
    async (keys) =>
      byKey(await client.read(compileQuestion(conflictsOfStatements, { keys, view }))),
    [],
  );
}

function byKey<Item>(rows: readonly { readonly key: string; readonly item: Item }[]) {
  const groups = groupBy(rows, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ item }) => item)]));
}
