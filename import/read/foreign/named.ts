/** A table to look up names in that come from the input: `constructor` is in none. */
export function named<Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(table));
}
