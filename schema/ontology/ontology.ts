import { attributes } from './attributes.ts';
import type { AttributeDeclaration, Ontology, RelationDeclaration } from './define.ts';
import { entities } from './entities.ts';
import { relations } from './relations.ts';

export class OntologyError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The ontology does not hold together:\n- ${problems.join('\n- ')}`);
    this.name = 'OntologyError';
    this.problems = problems;
  }
}

/** Returns the ontology as it was given. Throws {@link OntologyError} with all that is wrong. */
export function checkOntology<O extends Ontology>(ontology: O): O {
  const problems = [
    ...misspeltNames(ontology),
    ...ambiguousPredicates(ontology),
    ...Object.entries(ontology.relations).flatMap(([type, relation]) =>
      brokenRelation(type, relation, ontology),
    ),
    ...Object.entries(ontology.attributes).flatMap(([name, attribute]) =>
      unknownLabels(name, attribute.of, ontology),
    ),
    ...clashingFields(ontology),
    ...clashingLists(ontology),
  ];
  if (problems.length > 0) throw new OntologyError(problems);
  return ontology;
}

/** Fields that every entity has, which no relation, attribute or property may take. */
const entityFields = [
  ...['id', 'key', 'type', 'name', 'aliases', 'description', 'sameAs', 'status', 'revisions'],
  ...['relations', 'reachable', 'neighborhood', 'statements', 'timeline', 'facts'],
];

function misspeltNames({ entities, relations, attributes }: Ontology): string[] {
  const wrong = (names: string[], pattern: RegExp, what: string) =>
    names.filter((name) => !pattern.test(name)).map((name) => `${name} is not ${what}`);
  return [
    ...wrong(Object.keys(entities), /^[A-Z][a-z]+([A-Z][a-z]+)*$/, 'a PascalCase entity type'),
    ...wrong(
      [...Object.keys(relations), ...Object.keys(attributes)],
      /^[A-Z]+(_[A-Z]+)*$/,
      'a SCREAMING_SNAKE predicate',
    ),
    ...wrong(fieldNames({ entities, relations, attributes }), /^[a-z][A-Za-z]*$/, 'a field name'),
  ];
}

function fieldNames({ entities, relations, attributes }: Ontology): string[] {
  return [
    ...Object.values(entities).flatMap((e) => [e.plural, ...Object.keys(e.properties)]),
    ...Object.values(relations).flatMap((r) => [r.field, ...(r.inverse ? [r.inverse] : [])]),
    ...Object.values(attributes).flatMap((a) => (a.field ? [a.field] : [])),
  ];
}

function ambiguousPredicates({ relations, attributes }: Ontology): string[] {
  return Object.keys(attributes)
    .filter((name) => name in relations)
    .map((name) => `${name} is both a relation and an attribute`);
}

function brokenRelation(type: string, relation: RelationDeclaration, ontology: Ontology) {
  const problems = unknownLabels(type, [...relation.from, ...relation.to], ontology);
  if (relation.symmetric && relation.inverse) {
    problems.push(`${type} is symmetric and has an inverse`);
  }
  if (relation.symmetric && relation.from.join() !== relation.to.join()) {
    problems.push(`${type} is symmetric, but its two ends admit different types`);
  }
  if (!relation.symmetric && !relation.inverse) problems.push(`${type} has no inverse`);
  return problems;
}

function unknownLabels(name: string, labels: readonly string[], { entities }: Ontology): string[] {
  return labels
    .filter((label) => !(label in entities))
    .map((label) => `${name} names ${label}, which is no entity type`);
}

function clashingFields(ontology: Ontology): string[] {
  return Object.entries(ontology.entities).flatMap(([label, { properties }]) => {
    const fields = [...entityFields, ...Object.keys(properties)];
    for (const relation of Object.values(ontology.relations)) {
      if (relation.from.includes(label)) fields.push(relation.field);
      if (relation.inverse && relation.to.includes(label)) fields.push(relation.inverse);
    }
    for (const attribute of Object.values<AttributeDeclaration>(ontology.attributes)) {
      if (attribute.field && attribute.of.includes(label)) fields.push(attribute.field);
    }
    return repeated(fields).map((field) => `${label} has the field ${field} twice`);
  });
}

function clashingLists({ entities }: Ontology): string[] {
  return repeated(Object.values(entities).map((entity) => entity.plural)).map(
    (plural) => `two entity types are listed as ${plural}`,
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

export const ontology = checkOntology({ entities, relations, attributes });
