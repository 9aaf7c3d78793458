import type { Pair } from '../../schema/claims/contradicting-pairs.ts';
import { groupBy } from '../../schema/claims/group-by.ts';
import type { PublishedClaim } from '../../schema/claims/support.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { type RelationIdentity, relationOfId } from '../identity.ts';
import type { Outcome } from '../report/tally.ts';
import type { Judged } from './apply-contradictions.ts';
import { type DatasetSupport, deriveRelation } from './derive-relations.ts';
import {
  createRelations,
  deleteRelations,
  type RelationWriteRow,
  type StoredRelationRow,
  storedRelations,
  updateRelations,
} from './relation-questions.ts';
import { statementsAffirming, statementsDenying } from './statement-questions.ts';
import { claimOf } from './statement-state.ts';
import { sameProperties } from './writing.ts';

export interface AppliedRelations extends Judged {
  readonly outcomes: readonly (readonly ['relation', string, Outcome])[];
  readonly came: readonly RelationIdentity[];
  readonly went: readonly RelationIdentity[];
  /** Those that came, went or changed. */
  readonly changed: readonly RelationIdentity[];
}

/** What datasets are to say of a relation from now on, given what they said. */
export type Support = (id: string, stored: readonly DatasetSupport[]) => readonly DatasetSupport[];

/** Brings relations to what the statements and datasets behind them say in this transaction. */
export async function applyRelations(
  run: Run,
  ids: Iterable<string>,
  support: Support,
  ontology: Ontology,
): Promise<AppliedRelations> {
  const identities = [...new Set(ids)].map(relationOfId);
  const wanted = identities.map(({ id }) => id);
  if (wanted.length === 0)
    return { outcomes: [], came: [], went: [], changed: [], statements: [], pairs: [] };
  const statements = [
    ...(await run(compileQuestion(statementsAffirming, wanted))),
    ...(await run(compileQuestion(statementsDenying, wanted))),
  ];
  const behind = groupBy(statements, ({ properties }) =>
    String(properties.relationId ?? properties.deniedRelationId),
  );
  const outcomes: ['relation', string, Outcome][] = [];
  const came: RelationIdentity[] = [];
  const went: RelationIdentity[] = [];
  const changed: RelationIdentity[] = [];
  const pairs: Pair<PublishedClaim>[] = [];
  for (const [type, ofType] of groupBy(identities, (identity) => identity.type)) {
    const typeIds = ofType.map(({ id }) => id);
    const rows = await run(compileQuestion(storedRelations, { ontology, type, ids: typeIds }));
    const stored = new Map(rows.map((row) => [row.id, row]));
    const changes = { created: [], updated: [], retracted: [] } as Changes;
    for (const identity of ofType) {
      const before = stored.get(identity.id);
      const claims = (behind.get(identity.id) ?? []).map(claimOf);
      const supports = support(identity.id, storedSupport(before));
      const derived = deriveRelation(identity, claims, supports, ontology);
      pairs.push(...derived.pairs);
      const outcome = outcomeOf(before, derived.row);
      if (outcome === null) continue;
      outcomes.push(['relation', identity.id, outcome]);
      if (outcome !== 'unchanged') changed.push(identity);
      if (outcome === 'created') came.push(identity);
      if (outcome === 'retracted') went.push(identity);
      if (outcome === 'retracted') changes.retracted.push(identity.id);
      else if (outcome !== 'unchanged' && derived.row) changes[outcome].push(derived.row);
    }
    await writeChanges(run, type, changes, ontology);
  }
  return { outcomes, came, went, changed, statements, pairs };
}

interface Changes {
  readonly created: RelationWriteRow[];
  readonly updated: RelationWriteRow[];
  readonly retracted: string[];
}

async function writeChanges(run: Run, type: string, changes: Changes, ontology: Ontology) {
  const { created, updated, retracted } = changes;
  const of = { ontology, type };
  if (created.length > 0) await run(compileQuestion(createRelations, { ...of, rows: created }));
  if (updated.length > 0) await run(compileQuestion(updateRelations, { ...of, rows: updated }));
  if (retracted.length > 0) await run(compileQuestion(deleteRelations, { ...of, ids: retracted }));
}

export function storedSupport(stored: StoredRelationRow | undefined): DatasetSupport[] {
  const { datasets, datasetPeriods, datasetSaid } = (stored?.properties ?? {}) as {
    datasets?: readonly string[];
    datasetPeriods?: readonly string[];
    datasetSaid?: readonly string[];
  };
  return (datasets ?? []).map((dataset, index) => ({
    ...{ dataset, period: datasetPeriods?.[index] ?? '' },
    said: datasetSaid?.[index] ?? stored?.id ?? '',
  }));
}

/** Null where there is no such relation, and never was. */
function outcomeOf(
  stored: StoredRelationRow | undefined,
  row: RelationWriteRow | null,
): Outcome | null {
  if (!row) return stored ? 'retracted' : null;
  if (!stored) return 'created';
  const { properties, counts, dates, dateLists, denialOf } = row;
  const wanted = { ...properties, ...counts, ...dates, ...dateLists, denialOf };
  return sameProperties(wanted, stored.properties) ? 'unchanged' : 'updated';
}
