import { type Counts, type ReportKind, reportKinds } from './report.ts';

export type Outcome = keyof Counts;

/** What one transaction did, to be counted once it is committed. */
export type Outcomes = readonly (readonly [ReportKind, string, Outcome])[];

/** Counts each thing once, however many transactions touched it. */
export class Tally {
  readonly #outcomes = new Map(reportKinds.map((kind) => [kind, new Map<string, Outcome>()]));

  add(outcomes: Outcomes): void {
    for (const [kind, id, outcome] of outcomes) {
      const known = this.#outcomes.get(kind);
      const before = known?.get(id);
      const after = before ? (inSequence[before][outcome] ?? before) : outcome;
      if (after === 'nothing') known?.delete(id);
      else known?.set(id, after);
    }
  }

  byKind(): Record<ReportKind, Counts> {
    const { entity, document, statement, relation } = Object.fromEntries(
      [...this.#outcomes].map(([kind, outcomes]) => [kind, counted(outcomes.values())]),
    ) as Record<ReportKind, Counts>;
    return { entity, document, statement, relation };
  }
}

/** What a second outcome makes of a first; the first stands where nothing is said. */
const inSequence: Record<Outcome, Partial<Record<Outcome, Outcome | 'nothing'>>> = {
  created: { retracted: 'nothing' },
  updated: { retracted: 'retracted' },
  unchanged: { created: 'created', updated: 'updated', retracted: 'retracted' },
  retracted: { created: 'updated', updated: 'updated' },
};

function counted(outcomes: Iterable<Outcome>): Counts {
  const counts = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}

export function sumOf(counts: Iterable<Counts>): Counts {
  const sum = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
  for (const each of counts) {
    sum.created += each.created;
    sum.updated += each.updated;
    sum.unchanged += each.unchanged;
    sum.retracted += each.retracted;
  }
  return sum;
}
