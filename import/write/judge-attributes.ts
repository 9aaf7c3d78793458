import { contradictingPairs, type Entitled } from '../../schema/claims/contradicting-pairs.ts';
import { entitlingRelations, revisableAttributes } from '../../schema/claims/supersession.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Judged } from './apply-contradictions.ts';
import { entitledToRevise } from './relation-questions.ts';
import { type AttributeGroup, statementsOfGroups } from './statement-questions.ts';
import { claimOf } from './statement-state.ts';

export interface JudgedAttributes extends Judged {
  /** Who may revise a plan, by its key. */
  readonly entitled: Entitled;
}

/** All that is said of these attributes, and what of it contradicts each other. */
export async function judgeAttributes(
  run: Run,
  groups: readonly AttributeGroup[],
  ontology: Ontology,
): Promise<JudgedAttributes> {
  if (groups.length === 0) return { statements: [], pairs: [], entitled: new Map() };
  const statements = await run(compileQuestion(statementsOfGroups, groups));
  const entitled = await entitledByPlan(run, groups, ontology);
  const pairs = contradictingPairs(statements.map(claimOf), entitled, ontology);
  return { statements, pairs, entitled };
}

async function entitledByPlan(
  run: Run,
  groups: readonly AttributeGroup[],
  ontology: Ontology,
): Promise<Entitled> {
  const types = entitlingRelations(ontology);
  const revisable = groups.filter(({ predicate }) => revisableAttributes.has(predicate));
  const plans = [...new Set(revisable.map(({ subject }) => subject))];
  if (plans.length === 0 || types.length === 0) return new Map();
  const rows = await run(compileQuestion(entitledToRevise, { ontology, types, plans }));
  return new Map(rows.map(({ plan, entitled }) => [plan, new Set(entitled)]));
}
