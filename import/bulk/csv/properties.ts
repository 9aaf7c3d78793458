import type { ColumnType } from './csv-value.ts';

/** A property that is there, with the type that the import's Cypher gives it. */
export interface Property {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: unknown;
}

/**
 * The properties in a row of the import. Its parts say which type their values get while they are
 * written: `dates` and `dateLists` hold ISO dates, `counts` integers, `points` positions;
 * `properties` are taken as the driver sends them, numbers as floats. Numbers beside these parts are
 * integers, and texts beside them the keys of what is linked.
 */
export function* propertiesOf(row: object): Generator<Property> {
  for (const [name, value] of Object.entries(row)) {
    const [first] = Array.isArray(value) ? value : [value];
    if (typeof first === 'number') yield { name, type: 'long', value };
    else if (typeof value === 'object' && !Array.isArray(value)) yield* ofPart(name, value ?? {});
  }
}

function* ofPart(part: string, values: object): Generator<Property> {
  const partType = typesOfParts.find(([pattern]) => pattern.test(part))?.[1];
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    const type = partType ?? typeOf(Array.isArray(value) ? value[0] : value);
    yield { name, type, value };
  }
}

const typesOfParts: readonly (readonly [RegExp, ColumnType])[] = [
  [/date/i, 'date'],
  [/count|integer/i, 'long'],
  [/point/i, 'point'],
];

function typeOf(value: unknown): ColumnType {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'double';
    default:
      // Also for a list without elements: those that the graph holds are of texts.
      return 'string';
  }
}
