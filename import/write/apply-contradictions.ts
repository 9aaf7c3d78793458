import { groupKey } from '../../schema/claims/claim-keys.ts';
import { conflictsAmong } from '../../schema/claims/conflict.ts';
import type { Pair } from '../../schema/claims/contradicting-pairs.ts';
import { facing } from '../../schema/claims/facing.ts';
import { groupBy } from '../../schema/claims/group-by.ts';
import type { PublishedClaim } from '../../schema/claims/support.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { type CompiledQuestion, compileQuestion, type Question } from '../../src/graph/question.ts';
import { conflictId } from '../identity.ts';
import type { ConflictChange } from '../report/conflict-change.ts';
import {
  type ConflictRow,
  deleteConflicts,
  deleteContradictions,
  type PairRow,
  storedConflicts,
  storedContradictions,
  writeConflicts,
  writeContradictions,
} from './conflict-questions.ts';
import { describeChanges } from './describe-conflicts.ts';
import { type StatementState, writeDisputes } from './statement-questions.ts';
import { claimOf } from './statement-state.ts';
import { sameProperties } from './writing.ts';

/** All that is now said of some things, and what of it contradicts each other. */
export interface Judged {
  readonly statements: readonly StatementState[];
  readonly pairs: readonly Pair<PublishedClaim>[];
}

export function together(a: Judged, b: Judged): Judged {
  return { statements: [...a.statements, ...b.statements], pairs: [...a.pairs, ...b.pairs] };
}

/**
 * Brings what the graph holds of contradictions among these statements to the pairs given, and
 * returns which conflicts that changes.
 * `changed` are those that came, went or changed, as they were and as they are.
 */
export async function applyContradictions(
  run: Run,
  { statements, pairs }: Judged,
  changed: readonly StatementState[],
  ontology: Ontology,
): Promise<ConflictChange[]> {
  await applyDisputes(run, statements, new Set(pairs.flat().map(({ id }) => id)));
  // Where a single statement was ever made, there is nothing to contradict.
  const claims = [...statements, ...changed].map((state) => facing(claimOf(state), ontology));
  const groups = [...groupBy(claims, groupKey)].filter(
    ([, group]) => new Set(group.map(({ id }) => id)).size > 1,
  );
  if (groups.length === 0) return [];
  const ids = [...new Set(groups.flatMap(([, group]) => group.map(({ id }) => id)))];
  await applyPairs(run, ids, pairs);
  const rows = conflictsAmong(pairs, ontology).map(({ group, ...conflict }) => ({
    ...{ id: conflictId(group), ...conflict },
  }));
  const stored = await applyConflicts(
    run,
    groups.map(([group]) => conflictId(group)),
    rows,
  );
  const grouped = groups.map(([group, claims]) => ({
    ...{ id: conflictId(group), members: claims.map(({ id }) => id) },
  }));
  return describeChanges(run, { groups: grouped, stored, wanted: rows, statements, changed });
}

/** Writes the flags that differ from what is stored. */
async function applyDisputes(
  run: Run,
  statements: readonly StatementState[],
  disputed: ReadonlySet<string>,
): Promise<void> {
  const rows = statements
    .filter(({ id, properties }) => properties.disputed !== disputed.has(id))
    .map(({ id }) => ({ id, disputed: disputed.has(id) }));
  await runIfAny(run, writeDisputes, rows);
}

async function applyPairs(
  run: Run,
  ids: readonly string[],
  pairs: readonly Pair<PublishedClaim>[],
): Promise<void> {
  const wanted = pairs.map(([a, b]) => ({ from: a.id, to: b.id }));
  const stored = await run(compileQuestion(storedContradictions, ids));
  const keyOf = ({ from, to }: PairRow) => `${from} ${to}`;
  const [known, kept] = [new Set(stored.map(keyOf)), new Set(wanted.map(keyOf))];
  const surplus = stored.filter((pair) => !kept.has(keyOf(pair)));
  const missing = wanted.filter((pair) => !known.has(keyOf(pair)));
  await runIfAny(run, deleteContradictions, surplus);
  await runIfAny(run, writeContradictions, missing);
}

/** Returns what was stored before. */
async function applyConflicts(run: Run, ids: readonly string[], wanted: readonly ConflictRow[]) {
  const stored = await run(compileQuestion(storedConflicts, ids));
  const known = new Map(stored.map((row) => [row.id, row]));
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = stored.map(({ id }) => id).filter((id) => !kept.has(id));
  const changed = wanted.filter((row) => !sameProperties({ ...row }, { ...known.get(row.id) }));
  await runIfAny(run, deleteConflicts, gone);
  await runIfAny(run, writeConflicts, changed);
  return stored;
}

async function runIfAny<Row, Result>(
  run: Run,
  asked: Question<readonly Row[], Result>,
  rows: readonly Row[],
): Promise<void> {
  const compiled: CompiledQuestion<Result> = compileQuestion(asked, rows);
  if (rows.length > 0) await run(compiled);
}
