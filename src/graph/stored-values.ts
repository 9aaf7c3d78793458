import neo4j from 'neo4j-driver';

/**
 * Values of the types that Neo4j stores, for statements that set them as they come. To have Cypher make
 * them of texts and numbers costs the database more than all else that is done with a row.
 */
export type StoredValues = Readonly<Record<string, unknown>>;

/** Without properties that are null, which is what they are when nothing is set. */
export function present(values: StoredValues): StoredValues {
  const found: Record<string, unknown> = {};
  for (const name in values) if (values[name] != null) found[name] = values[name];
  return found;
}

/** ISO dates, and lists of them, as dates. */
export function asDates(values: StoredValues): StoredValues {
  return each(values, dateOf);
}

/** Numbers, and lists of them, as integers: JavaScript's own travel as floats. */
export function asIntegers(values: StoredValues): StoredValues {
  return each(values, (value) => neo4j.int(value as number));
}

function each(values: StoredValues, made: (value: unknown) => unknown): StoredValues {
  const found: Record<string, unknown> = {};
  for (const name in values) {
    const value = values[name];
    if (value != null) found[name] = Array.isArray(value) ? value.map(made) : made(value);
  }
  return found;
}

function dateOf(iso: unknown): unknown {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(String(iso)) ?? [];
  if (year === undefined) throw new RangeError(`${String(iso)} is no ISO date`);
  return new neo4j.types.Date(Number(year), Number(month), Number(day));
}
