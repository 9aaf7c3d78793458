import type { StatementState } from '../write/statement-questions.ts';
import { statementState, statementWriteRow } from '../write/statement-state.ts';
import { propertiesOf } from './csv/properties.ts';
import type { GraphFiles, Said } from './graph-files.ts';

export function stateOf({ id, record }: Said, { ontology, documents }: GraphFiles): StatementState {
  const document = documents.get(record.document);
  if (!document) throw new RangeError(`there is no document ${record.document}`);
  return statementState(id, record, document, ontology);
}

/** Statements with all that they are linked to. Returns their numbers, by their ids. */
export function writeStatements(
  states: readonly StatementState[],
  disputed: ReadonlySet<string>,
  files: GraphFiles,
): ReadonlyMap<string, number> {
  return new Map(
    states.map((state) => [state.id, writeStatement(state, disputed.has(state.id), files)]),
  );
}

function writeStatement(
  state: StatementState,
  disputed: boolean,
  { csv, numbers, counts }: GraphFiles,
): number {
  const number = numbers.next();
  const { properties, ...row } = statementWriteRow(state);
  const written = propertiesOf({ ...row, properties: { ...properties, disputed } });
  csv.node('Statement', number, written);
  csv.relationship('IN_DOCUMENT', number, numbers.document(state.document));
  if (state.origin !== null) csv.relationship('ORIGIN', number, numbers.entity(state.origin));
  const { subject, object, place, comparedTo, attributedTo } = state;
  const mentioned = new Set<number>();
  const link = (type: string, key: string | null) => {
    if (key === null) return;
    const entity = numbers.entity(key);
    csv.relationship(type, number, entity);
    mentioned.add(entity);
  };
  link('SUBJECT', subject);
  link('OBJECT', object);
  link('PLACE', place);
  link('COMPARED_TO', comparedTo);
  for (const speaker of attributedTo) link('ATTRIBUTED_TO', speaker);
  const { published } = state.properties;
  counts.statement(mentioned, typeof published === 'string' ? published : null);
  return number;
}
