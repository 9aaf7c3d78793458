import { mostNamed } from '../changes/change.ts';
import { type ConflictChange, inTurn, isChange, orderOf } from './conflict-change.ts';
import { OutcomeTable } from './outcome-table.ts';
import { type Counts, type ReportKind, reportKinds } from './report.ts';

export type Outcome = keyof Counts;

/** What one transaction did, to be counted once it is committed. */
export type Outcomes = readonly (readonly [ReportKind, string, Outcome])[];

/** All that one transaction did. */
export interface Done {
  readonly outcomes: Outcomes;
  readonly conflicts?: readonly ConflictChange[];
  /** Keys of entities of which something else is said than before. */
  readonly concerned?: Iterable<string>;
}

/** Counts each thing once, however many transactions touched it. */
export class Tally {
  readonly #outcomes = new Map(reportKinds.map((kind) => [kind, new OutcomeTable()]));

  readonly #conflicts = new Map<string, ConflictChange>();

  readonly #concerned = new Set<string>();

  /** This and one more transaction, which is not over yet. */
  plus(done: Done): Tally {
    const sum = new Tally();
    for (const [kind, outcomes] of this.#outcomes) sum.#outcomes.set(kind, outcomes.copy());
    for (const [id, change] of this.#conflicts) sum.#conflicts.set(id, change);
    sum.#concern(this.#concerned);
    sum.add(done);
    return sum;
  }

  add({ outcomes, conflicts = [], concerned = [] }: Done): void {
    this.#concern(concerned);
    for (const change of conflicts) {
      this.#conflicts.set(change.id, inTurn(this.#conflicts.get(change.id), change));
    }
    for (const [kind, id, outcome] of outcomes) {
      if (kind === 'entity' && outcome !== 'unchanged') this.#concern([id]);
      this.#outcomes.get(kind)?.change(id, (before) => {
        const after = before ? (inSequence[before][outcome] ?? before) : outcome;
        return after === 'nothing' ? undefined : after;
      });
    }
  }

  /** Keys of the entities that are not as before, or of which something else is said; null for too many. */
  concerned(): string[] | null {
    return this.#concerned.size > mostNamed ? null : [...this.#concerned].sort();
  }

  #concern(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.#concerned.size > mostNamed) return;
      this.#concerned.add(key);
    }
  }

  /** Those that are not as they were before the first transaction, in order. */
  conflicts(): ConflictChange[] {
    const changes = [...this.#conflicts.values()].filter(isChange);
    return changes.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  byKind(): Record<ReportKind, Counts> {
    const { entity, document, statement, relation } = Object.fromEntries(
      [...this.#outcomes].map(([kind, outcomes]) => [kind, outcomes.counts()]),
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
