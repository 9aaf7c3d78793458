import { type GraphQLObjectType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { constraints } from '../../../schema/constraints.ts';
import { buildSchema } from '../../../schema/graphql/schema.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { extendedOntology } from '../../support/extended-ontology.ts';

const schema = buildSchema(extendedOntology);
const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
};
const valuesOf = (name: string) => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
};

describe('one more entity type', () => {
  it('is a type with its own properties, a list, a filter and connections', () => {
    const law = schema.getType('Law') as GraphQLObjectType;
    expect(law.getInterfaces().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Entity', 'Node']),
    );
    expect(fieldsOf('Law')).toEqual(expect.arrayContaining(['key', 'name', 'relations', 'level']));
    expect(fieldsOf('Query')).toContain('laws');
    expect(fieldsOf('LawFilter')).toEqual(expect.arrayContaining(['and', 'name', 'level']));
    expect(valuesOf('LawLevel')).toEqual(['NATIONAL', 'LOCAL']);
    expect(valuesOf('EntityType')).toContain('LAW');
  });

  it('gets its constraint and its index', () => {
    const added = constraints(extendedOntology).filter(
      (statement) => !constraints(ontology).includes(statement),
    );
    expect(added.filter((statement) => /:Law\)/.test(statement))).toEqual([
      expect.stringMatching(/^CREATE CONSTRAINT law_key .* REQUIRE n.key IS UNIQUE$/),
      expect.stringMatching(/^CREATE INDEX law_sort_name_key /),
    ]);
  });
});

describe('one more relation', () => {
  it('is a connection at both ends, and a type and a predicate', () => {
    expect(fieldsOf('Plan')).toContain('governedBy');
    expect(fieldsOf('Law')).toContain('governs');
    expect(valuesOf('RelationType')).toContain('GOVERNED_BY');
    expect(valuesOf('Predicate')).toContain('GOVERNED_BY');
    const plan = schema.getType('Plan') as GraphQLObjectType;
    expect(String(plan.getFields().governedBy?.type)).toBe('RelatedLawConnection!');
  });

  it('gets its constraint', () => {
    expect(constraints(extendedOntology)).toContainEqual(
      expect.stringMatching(/governed_by_id .*-\[r:GOVERNED_BY\]-/),
    );
  });
});

describe('one more attribute', () => {
  it('is a predicate, and a field where it says so', () => {
    expect(valuesOf('Predicate')).toContain('IN_FORCE_FROM');
    expect(fieldsOf('Law')).toContain('inForceFrom');
    const law = schema.getType('Law') as GraphQLObjectType;
    expect(String(law.getFields().inForceFrom?.type)).toBe('TimeWindow');
  });
});

it('the ontology itself has none of them', () => {
  expect(buildSchema(ontology).getType('Law')).toBeUndefined();
});
