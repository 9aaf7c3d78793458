import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import type { RelationIdentity } from '../identity.ts';
import { addToCounts, countEntities } from './count-entities.ts';
import type { StatementState } from './statement-questions.ts';
import { mentionedBy } from './statement-record.ts';

/** By how much the counters of an entity change. */
export interface MentionChange {
  readonly statements: number;
  readonly relations: number;
  /** Of the statements that have come; ISO dates. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What one transaction has changed. */
export interface ChangesAtOnce {
  readonly relations: {
    readonly came: readonly RelationIdentity[];
    readonly went: readonly RelationIdentity[];
  };
  readonly created: readonly StatementState[];
  readonly gone: readonly StatementState[];
  readonly updated: readonly { readonly before: StatementState; readonly after: StatementState }[];
}

/** Brings the counters of entities up to date with what this transaction has changed. */
export async function countChanges(
  run: Run,
  {
    relations,
    created = [],
    gone = [],
    updated = [],
  }: Partial<ChangesAtOnce> & Pick<ChangesAtOnce, 'relations'>,
  ontology: Ontology,
): Promise<void> {
  // What has gone may have been the first or the last that was reported.
  const moved = updated.filter(({ before, after }) => placeOf(before) !== placeOf(after));
  const recounted = new Set([
    ...gone.flatMap(mentionedBy),
    ...moved.flatMap(({ before, after }) => [...mentionedBy(before), ...mentionedBy(after)]),
  ]);
  const changes = new Map<string, MentionChange>();
  const add = (key: string, change: Partial<MentionChange>) => {
    if (recounted.has(key)) return;
    const { statements, relations, first, last } = changes.get(key) ?? none;
    changes.set(key, {
      statements: statements + (change.statements ?? 0),
      relations: relations + (change.relations ?? 0),
      first: extreme(first, change.first, (a, b) => a < b),
      last: extreme(last, change.last, (a, b) => a > b),
    });
  };
  for (const state of created) {
    const published = (state.properties.published ?? null) as string | null;
    for (const key of new Set(mentionedBy(state))) {
      add(key, { statements: 1, first: published, last: published });
    }
  }
  for (const { from, to } of relations.came) {
    for (const key of new Set([from, to])) add(key, { relations: 1 });
  }
  for (const { from, to } of relations.went) {
    for (const key of new Set([from, to])) add(key, { relations: -1 });
  }
  await addToCounts(run, changes);
  await countEntities(run, recounted, ontology);
}

const none: MentionChange = { statements: 0, relations: 0, first: null, last: null };

/** What decides what a statement counts for. */
function placeOf(state: StatementState): string {
  return [state.properties.published, ...[...new Set(mentionedBy(state))].sort()].join('\n');
}

function extreme(
  known: string | null,
  other: string | null | undefined,
  goesBefore: (a: string, b: string) => boolean,
): string | null {
  if (other == null) return known;
  return known === null || goesBefore(other, known) ? other : known;
}
