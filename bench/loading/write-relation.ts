import type { StatementRecord } from '../../import/check/records.ts';
import { conflictId, relationOfStatement } from '../../import/identity.ts';
import { type DerivedRelation, deriveRelation } from '../../import/write/derive-relations.ts';
import { claimOf } from '../../import/write/statement-state.ts';
import { conflictsAmong } from '../../schema/claims/conflict.ts';
import type { GraphFiles } from './graph-files.ts';
import { propertiesOf } from './properties.ts';
import { stateOf, writeStatement } from './write-statement.ts';

/** One relation with all that affirms or denies it. Whether there was enough to make a relation. */
export function writeRelation(records: readonly StatementRecord[], files: GraphFiles): boolean {
  const { csv, ids, mentions, ontology } = files;
  const [first] = records;
  const identity = first && relationOfStatement(first, ontology);
  if (!identity) throw new RangeError('statements that are about no relation');
  const states = records.map((record) => stateOf(record, files));
  const { row, pairs } = deriveRelation(identity, states.map(claimOf), [], ontology);
  const disputed = new Set(pairs.flat().map(({ id }) => id));
  const numbers = new Map(
    states.map((state) => [state.id, writeStatement(state, disputed.has(state.id), files)]),
  );
  writeContradictions(pairs, numbers, files);
  if (!row) return false;
  const [from, to] = [ids.of(row.from), ids.of(row.to)];
  csv.relationship(identity.type, from, to, propertiesOf(row));
  mentions.relation(from, to);
  return true;
}

/** `numbers`: of the statements' nodes, by their ids. */
function writeContradictions(
  pairs: DerivedRelation['pairs'],
  numbers: ReadonlyMap<string, number>,
  { csv, ids, ontology }: GraphFiles,
): void {
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  for (const [a, b] of pairs) csv.relationship('CONTRADICTS', numberOf(a.id), numberOf(b.id));
  for (const { group, kind, name, statements } of conflictsAmong(pairs, ontology)) {
    const conflict = ids.next();
    csv.node(
      'Conflict',
      conflict,
      propertiesOf({ properties: { id: conflictId(group), kind, name } }),
    );
    for (const id of statements) csv.relationship('BETWEEN', conflict, numberOf(id));
  }
}
