import { z } from 'zod';
import { dueDay } from '../../schema/claims/due-day.ts';
import { groupBy } from '../../schema/claims/group-by.ts';
import type { Run } from '../../src/graph/client.ts';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import type { JudgedAttributes } from './judge-attributes.ts';
import type { AttributeGroup } from './statement-questions.ts';
import { claimOf } from './statement-state.ts';

interface DuePlan {
  readonly key: string;
  /** ISO date. */
  readonly day: string | null;
}

const writeDueDays = question<readonly DuePlan[], Record<string, never>>({
  name: 'import: write when plans are due',
  row: z.record(z.string(), z.never()),
  ask: (plans) => cypher`
UNWIND ${parameter('plans', plans)} AS plan
MATCH (e:Entity {key: plan.key})
SET e.dueDay = date(plan.day)`,
});

/** Keeps with a plan the day by which it is due, whatever the view: lists of plans go by it. */
export async function datePlans(
  run: Run,
  groups: readonly AttributeGroup[],
  { statements, entitled }: JudgedAttributes,
): Promise<void> {
  const due = groups.filter(({ predicate }) => predicate === 'DUE');
  const dates = statements.filter(({ properties }) => properties.predicate === 'DUE');
  const saidOf = groupBy(dates.map(claimOf), ({ subject }) => subject);
  const plans = due.map(({ subject }) => ({
    key: subject,
    day: dueDay(saidOf.get(subject) ?? [], entitled.get(subject) ?? new Set()),
  }));
  if (plans.length > 0) await run(compileQuestion(writeDueDays, plans));
}
