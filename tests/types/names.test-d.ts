import { describe, expectTypeOf, it } from 'vitest';
import { createBuilder } from '../../schema/graphql/builder.ts';
import { reads } from '../../schema/graphql/reads.ts';
import { defineRelations } from '../../schema/ontology/define.ts';
import { type EntityType, entities } from '../../schema/ontology/entities.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import type { RelationType } from '../../schema/ontology/relations.ts';
import { cypher, label, parameter, propertyName, relationTypes } from '../../src/graph/cypher.ts';
import type { EntityRowOf } from '../../src/graph/rows/entity.ts';

describe('names of the ontology', () => {
  it('are types', () => {
    expectTypeOf<'Company'>().toExtend<EntityType>();
    expectTypeOf<'Compnay'>().not.toExtend<EntityType>();
    expectTypeOf<'ANNOUNCED'>().toExtend<RelationType>();
    expectTypeOf<'ANOUNCED'>().not.toExtend<RelationType>();
  });

  it('are checked where a relation is declared', () => {
    const rest = { field: 'x', inverse: 'y', holds: 'state', description: '…' } as const;
    defineRelations(entities, { GOOD: { from: ['Person'], to: ['Company'], ...rest } });
    // @ts-expect-error there is no entity type Persn
    defineRelations(entities, { BAD: { from: ['Persn'], to: ['Company'], ...rest } });
  });

  it('give rows their own properties', () => {
    expectTypeOf<EntityRowOf<'Place'>['kind']>().toEqualTypeOf<
      'CONTINENT' | 'COUNTRY' | 'REGION' | 'CITY' | 'SITE' | null
    >();
    // @ts-expect-error no row of a type that is not declared
    expectTypeOf<EntityRowOf<'Galaxy'>>();
  });

  it('are the only ones that get into Cypher', () => {
    cypher`MATCH (n:${label(ontology, 'Person')})-[:${relationTypes(ontology, ['LEADS'])}]->()`;
    // @ts-expect-error a string is no part of Cypher
    cypher`MATCH (n:${'Person'}) RETURN n`;
    // @ts-expect-error there is no entity type Persn
    label(ontology, 'Persn');
    // @ts-expect-error there is no relation LEEDS
    relationTypes(ontology, ['LEEDS']);
    // @ts-expect-error there is no property kidn
    propertyName(ontology, 'kidn');
    cypher`RETURN ${parameter('anything', 'at all')}`;
  });
});

describe('the schema builder', () => {
  const builder = createBuilder();

  it('knows the types of the ontology and their properties', () => {
    builder.objectField('Place', 'code', (t) =>
      t.string({ nullable: true, resolve: ({ countryCode }) => countryCode }),
    );
    // @ts-expect-error there is no type Compnay
    builder.objectField('Compnay', 'x', (t) => t.string({ resolve: () => '' }));
    builder.objectField('Person', 'y', (t) =>
      // @ts-expect-error a person has no country code
      t.int({ resolve: ({ countryCode }) => countryCode.length }),
    );
    // @ts-expect-error no field can be of a type that is not there
    builder.objectField('Place', 'z', (t) => t.field({ type: 'Compnay', resolve: () => null }));
  });

  it('lets a resolver see only the columns that it says it reads', () => {
    const read = reads<EntityRowOf<'Place'>>();
    read('key')(({ key }) => key);
    // @ts-expect-error nameEn is not among what it reads
    read('key')(({ nameEn }) => nameEn);
    // @ts-expect-error there is no such column
    read('colour');
  });
});
