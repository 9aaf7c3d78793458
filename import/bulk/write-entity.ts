import type { EntityRecord } from '../check/records.ts';
import { entityRow } from '../write/describe-entity.ts';
import { propertiesOf } from './csv/properties.ts';
import type { GraphFiles } from './graph-files.ts';

/** What a dataset says of an entity. */
export interface Described {
  readonly dataset: string;
  readonly record: EntityRecord;
}

/** An entity with all that datasets say of it. */
export function writeEntity(
  key: string,
  described: readonly Described[],
  precedences: ReadonlyMap<string, number>,
  { csv, numbers, counts, conflicts, ontology }: GraphFiles,
): void {
  const descriptions = described.map(({ dataset, record }) => ({
    ...{ dataset, record, precedence: precedences.get(dataset) ?? 100 },
  }));
  const row = entityRow(descriptions, undefined, ontology);
  if (!row) throw new RangeError(`nothing is said of ${key}`);
  const number = numbers.entity(key);
  csv.node(`Entity:${row.type}`, number, propertiesOf({ ...row, ...counts.rowOf(number) }));
  conflicts.name(key, String(row.properties.name));
}
