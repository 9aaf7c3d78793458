import { conflictsAmong } from '../../schema/claims/conflict.ts';
import type { Pair } from '../../schema/claims/contradicting-pairs.ts';
import type { PublishedClaim } from '../../schema/claims/support.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { conflictId } from '../identity.ts';
import { type ConflictChange, conflictChange } from '../report/conflict-change.ts';
import type { ConflictRow } from '../write/conflict-questions.ts';
import { describedConflict } from '../write/describe-conflicts.ts';
import type { StatementState } from '../write/statement-questions.ts';
import { mentionedBy } from '../write/statement-record.ts';
import type { CsvFolder } from './csv/csv-folder.ts';
import { propertiesOf } from './csv/properties.ts';
import type { NodeNumbers } from './node-numbers.ts';
import { Partitions } from './partitions.ts';

interface Found {
  readonly conflict: ConflictRow;
  readonly states: readonly StatementState[];
}

interface ConflictFilesOptions {
  readonly folder: string;
  /** About how much the statements of all conflicts are, as JSON. */
  readonly bytes: number;
  readonly csv: CsvFolder;
  readonly numbers: NodeNumbers;
  readonly ontology: Ontology;
}

/** Conflicts, which can be put in words once the names of their entities are known. */
export class ConflictFiles {
  readonly #csv: CsvFolder;
  readonly #numbers: NodeNumbers;
  readonly #ontology: Ontology;
  readonly #found: Partitions<Found>;
  readonly #names = new Map<string, string>();

  constructor({ folder, bytes, csv, numbers, ontology }: ConflictFilesOptions) {
    this.#csv = csv;
    this.#numbers = numbers;
    this.#ontology = ontology;
    this.#found = new Partitions(folder, bytes);
  }

  /** `numbers`: of the statements' nodes, by their ids. */
  write(
    pairs: readonly Pair<PublishedClaim>[],
    states: readonly StatementState[],
    numbers: ReadonlyMap<string, number>,
  ): void {
    if (pairs.length === 0) return;
    const numberOf = (id: string) => numbers.get(id) ?? 0;
    for (const [a, b] of pairs) {
      this.#csv.relationship('CONTRADICTS', numberOf(a.id), numberOf(b.id));
    }
    const stateOf = new Map(states.map((state) => [state.id, state]));
    for (const { group, ...conflict } of conflictsAmong(pairs, this.#ontology)) {
      const { kind, name, statements } = conflict;
      const id = conflictId(group);
      const number = this.#numbers.next();
      this.#csv.node('Conflict', number, propertiesOf({ properties: { id, kind, name } }));
      for (const each of statements) this.#csv.relationship('BETWEEN', number, numberOf(each));
      const between = statements.flatMap((each) => stateOf.get(each) ?? []);
      this.#found.add(id, { conflict: { id, ...conflict }, states: between });
      for (const key of between.flatMap(mentionedBy)) this.#names.set(key, key);
    }
  }

  /** Keeps the name of an entity if a conflict mentions it. */
  name(key: string, name: string): void {
    if (this.#names.has(key)) this.#names.set(key, name);
  }

  /** As the report has them. */
  *changes(): Generator<ConflictChange> {
    const nameOf = (key: string) => this.#names.get(key) ?? key;
    for (const groups of this.#found.partitions()) {
      for (const { conflict, states } of [...groups.values()].flat()) {
        const described = describedConflict(conflict, states, nameOf);
        yield conflictChange(conflict.id, null, described);
      }
    }
  }
}
