import { scopeKey, supersedes } from '../../schema/claims/best-supported.ts';
import type { Claim } from '../../schema/claims/claim.ts';
import { contradicts } from '../../schema/claims/contradiction.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { groupBy } from '../group-by.ts';
import { entitledToRevise } from './relation-questions.ts';
import { entitlingRelations, revisableAttributes } from './revisable.ts';
import {
  type AttributeGroup,
  type StatementState,
  statementsOfGroups,
  writeDisputes,
} from './statement-questions.ts';
import { claimOf } from './statement-state.ts';

/** Brings the `disputed` of all statements about these attributes to what they say together. */
export async function applyAttributeDisputes(
  run: Run,
  groups: readonly AttributeGroup[],
  ontology: Ontology,
): Promise<void> {
  if (groups.length === 0) return;
  const statements = await run(compileQuestion(statementsOfGroups, groups));
  const entitled = await entitledByPlan(run, groups, ontology);
  const claims = statements.map(claimOf);
  const disputed = new Set<string>();
  for (const comparable of groupBy(claims, scopeKey).values()) {
    for (const id of disputedClaims(comparable, entitled, ontology)) disputed.add(id);
  }
  await applyDisputes(run, statements, disputed);
}

/** Writes the flags that differ from what is stored. */
export async function applyDisputes(
  run: Run,
  statements: readonly StatementState[],
  disputed: ReadonlySet<string>,
): Promise<void> {
  const rows = statements
    .filter(({ id, properties }) => properties.disputed !== disputed.has(id))
    .map(({ id }) => ({ id, disputed: disputed.has(id) }));
  if (rows.length > 0) await run(compileQuestion(writeDisputes, rows));
}

async function entitledByPlan(run: Run, groups: readonly AttributeGroup[], ontology: Ontology) {
  const types = entitlingRelations(ontology);
  const revisable = groups.filter(({ predicate }) => revisableAttributes.has(predicate));
  const plans = [...new Set(revisable.map(({ subject }) => subject))];
  if (plans.length === 0 || types.length === 0) return new Map<string, ReadonlySet<string>>();
  const rows = await run(compileQuestion(entitledToRevise, { ontology, types, plans }));
  return new Map(rows.map(({ plan, entitled }) => [plan, new Set(entitled)]));
}

function disputedClaims(
  claims: readonly Claim[],
  entitledByPlan: ReadonlyMap<string, ReadonlySet<string>>,
  ontology: Ontology,
): Set<string> {
  const disputed = new Set<string>();
  for (const [index, a] of claims.entries()) {
    const entitled = revisableAttributes.has(a.predicate) && entitledByPlan.get(a.subject);
    for (const b of claims.slice(index + 1)) {
      const revised = entitled && (supersedes(a, b, entitled) || supersedes(b, a, entitled));
      if (revised || !contradicts(a, b, ontology)) continue;
      disputed.add(a.id);
      disputed.add(b.id);
    }
  }
  return disputed;
}
