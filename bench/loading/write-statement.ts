import type { StatementRecord } from '../../import/check/records.ts';
import { statementId } from '../../import/identity.ts';
import type { StatementState } from '../../import/write/statement-questions.ts';
import { statementState, statementWriteRow } from '../../import/write/statement-state.ts';
import type { GraphFiles } from './graph-files.ts';
import { propertiesOf } from './properties.ts';

export function stateOf(
  record: StatementRecord,
  { ontology, documents }: GraphFiles,
): StatementState {
  const document = documents.get(record.document);
  if (!document) throw new RangeError(`there is no document ${record.document}`);
  return statementState(statementId(record, ontology), record, document, ontology);
}

/** A statement with all that it is linked to, and its number. */
export function writeStatement(
  state: StatementState,
  disputed: boolean,
  { csv, ids, mentions }: GraphFiles,
): number {
  const id = ids.next();
  const { properties, ...row } = statementWriteRow(state);
  const written = propertiesOf({ ...row, properties: { ...properties, disputed } });
  csv.node('Statement', id, written);
  csv.relationship('IN_DOCUMENT', id, ids.of(state.document));
  if (state.origin !== null) csv.relationship('ORIGIN', id, ids.of(state.origin));
  const { subject, object, place, comparedTo, attributedTo } = state;
  const mentioned = new Set<number>();
  for (const [type, key] of [
    ...([['SUBJECT', subject] as const, ['OBJECT', object] as const] as const),
    ...([['PLACE', place] as const, ['COMPARED_TO', comparedTo] as const] as const),
    ...attributedTo.map((speaker) => ['ATTRIBUTED_TO', speaker] as const),
  ]) {
    if (key === null) continue;
    const entity = ids.of(key);
    csv.relationship(type, id, entity);
    mentioned.add(entity);
  }
  const { published } = state.properties;
  mentions.statement(mentioned, typeof published === 'string' ? published : null);
  return id;
}
