import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Done } from '../report/tally.ts';
import { applyContradictions, together } from './apply-contradictions.ts';
import { applyRelations } from './apply-relations.ts';
import { datePlans } from './date-plans.ts';
import { judgeAttributes } from './judge-attributes.ts';
import { type ChangesAtOnce, countChanges } from './mention-changes.ts';
import { revisedGroups } from './revised-groups.ts';
import {
  type AttributeGroup,
  createStatements,
  deleteStatements,
  type StatementState,
  updateStatements,
} from './statement-questions.ts';
import { mentionedBy } from './statement-record.ts';
import { sameStatement, statementWriteRow } from './statement-state.ts';

export interface StatementChanges {
  /** As they are to be. */
  readonly wanted: readonly StatementState[];
  /** As they are; those of them that are not wanted go. */
  readonly stored: readonly StatementState[];
}

/** Writes statements, and in the same transaction all that is derived from them. */
export async function applyStatements(
  run: Run,
  { wanted, stored }: StatementChanges,
  ontology: Ontology,
): Promise<Done> {
  const before = new Map(stored.map((state) => [state.id, state]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const created = wanted.filter(({ id }) => !before.has(id));
  const updated = wanted.filter((state) => {
    const known = before.get(state.id);
    return known !== undefined && !sameStatement(state, known);
  });
  const gone = stored.filter(({ id }) => !wantedIds.has(id));
  const written = [...created, ...updated];
  if (created.length > 0) {
    await run(compileQuestion(createStatements, created.map(statementWriteRow)));
  }
  if (updated.length > 0) {
    await run(compileQuestion(updateStatements, updated.map(statementWriteRow)));
  }
  if (gone.length > 0) {
    await run(
      compileQuestion(
        deleteStatements,
        gone.map(({ id }) => id),
      ),
    );
  }
  const renewed = updated.flatMap((after) => {
    const known = before.get(after.id);
    return known ? [{ before: known, after }] : [];
  });
  const derived = await deriveFrom(run, { created, gone, updated: renewed }, ontology);
  const changed = new Set(written.map(({ id }) => id));
  const outcomes = [
    ...created.map(({ id }) => ['statement', id, 'created'] as const),
    ...updated.map(({ id }) => ['statement', id, 'updated'] as const),
    ...gone.map(({ id }) => ['statement', id, 'retracted'] as const),
    ...wanted
      .filter(({ id }) => !changed.has(id))
      .flatMap(({ id, properties: { relationId } }) => [
        ['statement', id, 'unchanged'] as const,
        ...(relationId ? [['relation', String(relationId), 'unchanged'] as const] : []),
      ]),
    ...derived.outcomes,
  ];
  return { ...derived, outcomes };
}

/** Brings up to date whatever rests on statements that came, went or changed. */
async function deriveFrom(
  run: Run,
  changes: Pick<ChangesAtOnce, 'created' | 'gone' | 'updated'>,
  ontology: Ontology,
): Promise<Done> {
  const { created, gone, updated } = changes;
  const changed = [...created, ...updated.flatMap(({ before, after }) => [after, before]), ...gone];
  if (changed.length === 0) return { outcomes: [] };
  const applied = await applyRelations(
    run,
    changed.flatMap(({ properties }) => relationIdOf(properties)),
    (_, supports) => supports,
    ontology,
  );
  const groups = new Map<string, AttributeGroup>();
  const add = (subject: string, predicate: string) =>
    groups.set(`${subject} ${predicate}`, { subject, predicate });
  for (const { subject, object, properties } of changed) {
    if (object === null) add(subject, String(properties.predicate));
  }
  for (const { subject, predicate } of revisedGroups(applied.changed, ontology)) {
    add(subject, predicate);
  }
  const attributes = await judgeAttributes(run, [...groups.values()], ontology);
  await datePlans(run, [...groups.values()], attributes);
  const judged = together(applied, attributes);
  const conflicts = await applyContradictions(run, judged, changed, ontology);
  await countChanges(run, { ...changes, relations: applied }, ontology);
  const ends = [...applied.came, ...applied.went].flatMap(({ from, to }) => [from, to]);
  const concerned = [...changed.flatMap(mentionedBy), ...ends];
  return { outcomes: applied.outcomes, conflicts, concerned };
}

function relationIdOf({ relationId, deniedRelationId }: StatementState['properties']): string[] {
  return [relationId, deniedRelationId].filter((id) => typeof id === 'string');
}
