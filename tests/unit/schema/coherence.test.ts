import { expect, it } from 'vitest';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { checkOntology, OntologyError, ontology } from '../../../schema/ontology/ontology.ts';

const { entities, relations, attributes } = ontology;
const relation = { ...relations.FOUNDED, field: 'began', inverse: 'begunBy' } as const;

function problemsOf(changed: Partial<Ontology>): readonly string[] {
  try {
    checkOntology({ entities, relations, attributes, ...changed });
  } catch (error) {
    if (error instanceof OntologyError) return error.problems;
    throw error;
  }
  return [];
}

it('the ontology holds together', () => {
  expect(problemsOf({})).toEqual([]);
});

it.each<[string, Partial<Ontology>, RegExp]>([
  [
    'an end that is no entity type',
    { relations: { ...relations, BEGAN: { ...relation, to: ['Compnay'] } } },
    /BEGAN names Compnay/,
  ],
  [
    'a field that stands twice on a type',
    { relations: { ...relations, BEGAN: { ...relation, field: 'founded' } } },
    /Person has the field founded twice/,
  ],
  [
    'a field that every entity has',
    { relations: { ...relations, BEGAN: { ...relation, field: 'name' } } },
    /has the field name twice/,
  ],
  [
    'a symmetric relation with an inverse',
    { relations: { ...relations, BEGAN: { ...relation, symmetric: true, from: ['Company'] } } },
    /symmetric and has an inverse/,
  ],
  [
    'a symmetric relation between different types',
    {
      relations: {
        ...relations,
        BEGAN: {
          ...{ from: ['Person'], to: ['Company'], field: 'began', symmetric: true },
          ...{ holds: 'state', description: '…' },
        },
      },
    },
    /two ends admit different types/,
  ],
  [
    'a relation without a way back',
    {
      relations: {
        ...relations,
        BEGAN: {
          ...{ from: ['Person'], to: ['Company'], field: 'began' },
          ...{ holds: 'state', description: '…' },
        },
      },
    },
    /BEGAN has no inverse/,
  ],
  [
    'a predicate that is a relation and an attribute',
    { attributes: { ...attributes, FOUNDED: attributes.LISTED } },
    /FOUNDED is both/,
  ],
  [
    'names in the wrong case',
    { attributes: { ...attributes, listed: attributes.LISTED } },
    /listed is not a SCREAMING_SNAKE predicate/,
  ],
  [
    'two lists of one name',
    { entities: { ...entities, Firm: { ...entities.Company, properties: {} } } },
    /listed as companies/,
  ],
])('%s keeps it from starting', (_what, changed, problem) => {
  expect(problemsOf(changed).join('\n')).toMatch(problem);
});

it('all problems are told at once', () => {
  const broken = { ...relation, to: ['Nowhere'], field: 'name' } as const;
  expect(problemsOf({ relations: { ...relations, BEGAN: broken } }).length).toBeGreaterThan(1);
});
