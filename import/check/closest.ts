import distance from 'damerau-levenshtein';

/** `; did you mean Company?` where one of the known names is close to the given one, else nothing. */
export function didYouMean(given: string, known: readonly string[]): string {
  const lower = given.toLowerCase();
  const ranked = known
    .map((name) => ({ name, distance: distance(lower, name.toLowerCase()).steps }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0] ? `; did you mean ${ranked[0].name}?` : '';
}
