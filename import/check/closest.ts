import distance from 'damerau-levenshtein';

/** `; did you mean Company?` where one of the known names is close to the given one, else nothing. */
export function didYouMean(given: string, known: readonly string[]): string {
  const name = closest(given, known);
  return name === null ? '' : `; did you mean ${name}?`;
}

/** The known name that the given one was most likely meant to be; null where none is close. */
export function closest(given: string, known: readonly string[]): string | null {
  const lower = given.toLowerCase();
  const ranked = known
    .map((name) => ({ name, distance: distance(lower, name.toLowerCase()).steps }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name ?? null;
}
