/** Of how many relations a type makes up, among all weights. A type that is missing here has 1. */
export const relationWeights: Readonly<Record<string, number>> = {
  ...{ ANNOUNCED: 5, PURSUES: 4, TARGETS: 6, CONCERNS: 5, INVOLVES: 5, STEP_OF: 2 },
  ...{ DEPENDS_ON: 2, FOUNDED: 2, LEADS: 3, WORKS_FOR: 10, MAKES: 8, OPERATES: 3 },
  ...{ OPERATES_IN: 11, BASED_IN: 3.5, PART_OF: 0.5, OWNS: 3, PARTNERS_WITH: 5 },
  ...{ NEGOTIATES_WITH: 2, COMPETES_WITH: 5, VARIANT_OF: 1.5, SOLD_IN: 9, TOOK_PART_IN: 5 },
};

/**
 * How unevenly relations of all types come to entities of a type, for {@link Random.skewed}: the
 * first place is in a seventh of what has to do with places, as China or the USA are in the news.
 */
export const relationSkews: Readonly<Record<string, number>> = {
  ...{ Place: 4.5, Company: 2, Product: 1.7, Person: 1.5, Plan: 1.5, Event: 1.8 },
};
