import { stringify } from 'csv-stringify/sync';
import { statementRecord } from '../../import/write/statement-record.ts';
import type { Source } from '../source.ts';
import {
  type Columns,
  datasetColumns,
  documentColumns,
  entityColumns,
  relationColumns,
  statementColumns,
} from './csv-columns.ts';

/** Some rows of a table, by the name of its file. */
export interface TablePart {
  readonly file: string;
  readonly text: string;
}

/**
 * A table for each type of entity and of relation, in the columns that an import takes, and tables of
 * datasets, documents and statements. An entity is told as it is shown, whoever said it.
 */
export async function* csv(source: Source): AsyncGenerator<TablePart> {
  const { ontology } = source;
  const entities = new Map(
    Object.keys(ontology.entities).map((type) => [type, entityColumns(ontology, type)]),
  );
  const relations = new Map(
    Object.keys(ontology.relations).map((type) => [type, relationColumns(ontology, type)]),
  );
  const others = {
    datasets: datasetColumns,
    documents: documentColumns,
    statements: statementColumns,
  };
  for (const [name, columns] of [...entities, ...relations, ...Object.entries(others)]) {
    yield { file: `${name}.csv`, text: stringify([Object.keys(columns)]) };
  }
  for (const dataset of await source.datasets()) yield row('datasets', datasetColumns, dataset);
  for await (const { type, properties } of source.entities()) {
    yield row(type, entities.get(type) ?? {}, properties);
  }
  for await (const { properties, ...document } of source.documents()) {
    yield row('documents', documentColumns, { ...properties, ...document });
  }
  for await (const statement of source.statements()) {
    const { id, properties } = statement;
    const { relationId, deniedRelationId, origin, disputed } = properties;
    const derived = { id, relation: relationId ?? deniedRelationId, origin, disputed };
    yield row('statements', statementColumns, { ...statementRecord(statement), ...derived });
  }
  for await (const { type, from, to, role, properties } of source.relations()) {
    const { period } = properties;
    yield row(type, relations.get(type) ?? {}, { from, to, role, period });
  }
}

function row(name: string, columns: Columns, record: object): TablePart {
  const cells = Object.values(columns).map((path) => cell(valueAt(record, path)));
  return { file: `${name}.csv`, text: stringify([cells]) };
}

function valueAt(record: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => Object(inside)[name], record);
}

/** A list is joined by `|`; a text that a spreadsheet would take for a formula gets a `'`. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = Array.isArray(value) ? value.join('|') : String(value);
  return /^[=+@\t\r]|^-\D/.test(text) ? `'${text}` : text;
}
