import { groupBy } from '../../schema/claims/group-by.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import {
  type ConflictChange,
  type ConflictSide,
  conflictChange,
  type DescribedConflict,
  isChange,
} from '../report/conflict-change.ts';
import { claimWords, topicWords } from '../words/claim-words.ts';
import type { ConflictRow } from './conflict-questions.ts';
import { entityNames } from './entity-questions.ts';
import type { StatementState } from './statement-questions.ts';
import { mentionedBy, statementRecord } from './statement-record.ts';

interface Changing {
  /** Every conflict that may have changed, with the statements about one thing. */
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
  /** As they were, but for the statements that are deleted. */
  readonly stored: readonly ConflictRow[];
  readonly wanted: readonly ConflictRow[];
  /** As they are. */
  readonly statements: readonly StatementState[];
  /** Those that came, went or changed, as they are and then as they were. */
  readonly changed: readonly StatementState[];
}

/** Conflicts that are not what they were, in words, while the names of their entities are known. */
export async function describeChanges(run: Run, changing: Changing): Promise<ConflictChange[]> {
  const { groups, stored, wanted, statements, changed } = changing;
  const now = new Map(statements.map((state) => [state.id, state]));
  const then = new Map([...statements, ...changed].map((state) => [state.id, state]));
  const [known, kept] = [byId(stored), byId(wanted)];
  const contradicted = (id: string) => !now.has(id) && then.get(id)?.properties.disputed === true;
  const found = groups.flatMap(({ id, members }) => {
    const [row, wants] = [known.get(id), kept.get(id)];
    const gone = row ? members.filter(contradicted) : [];
    const before = row && { ...row, statements: unique([...row.statements, ...gone]) };
    const states = [before, wants].map((conflict, index) =>
      (conflict?.statements ?? []).flatMap((each) => (index === 0 ? then : now).get(each) ?? []),
    );
    const same = before?.kind === wants?.kind && sameIds(before?.statements, wants?.statements);
    return same ? [] : [{ id, before, wants, states }];
  });
  if (found.length === 0) return [];
  const keys = unique(found.flatMap(({ states }) => states.flat().flatMap(mentionedBy)));
  const names = await run(compileQuestion(entityNames, keys));
  const nameByKey = new Map(names.map(({ key, name }) => [key, name]));
  const nameOf = (key: string) => nameByKey.get(key) ?? key;
  return found
    .map(({ id, before, wants, states: [were = [], are = []] }) =>
      conflictChange(
        id,
        describedConflict(before, were, nameOf),
        describedConflict(wants, are, nameOf),
      ),
    )
    .filter(isChange);
}

/** `states`: of its statements, in their order. Null where there is none. */
export function describedConflict(
  conflict: ConflictRow | undefined,
  states: readonly StatementState[],
  nameOf: (key: string) => string,
): DescribedConflict | null {
  const [first] = states;
  if (!conflict || !first) return null;
  const sides = [...groupBy(states, ({ properties }) => String(properties.claimId)).values()];
  return {
    kind: conflict.kind,
    about: topicWords(statementRecord(first), nameOf),
    sides: sides.map((side) => sideOf(side, nameOf)),
  };
}

function sideOf(states: readonly StatementState[], nameOf: (key: string) => string): ConflictSide {
  const [words = ''] = states.map((state) => {
    const record = statementRecord(state);
    return `${record.polarity === 'NEGATED' ? 'not: ' : ''}${claimWords(record, nameOf)}`;
  });
  const statements = states.map(({ id, document, properties }) => ({
    ...{ id, document, modality: String(properties.modality) },
  }));
  return { says: words, statements };
}

function byId(rows: readonly ConflictRow[]): Map<string, ConflictRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

function sameIds(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
