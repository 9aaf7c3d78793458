import { type GraphQLField, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../../schema/graphql/schema.ts';
import { needsOf } from '../../../schema/graphql/selection/needs.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { isGuarded } from '../../../src/answers/guarded.ts';

const schema = buildSchema(ontology);
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const fields = objects.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    type,
    field,
    name: `${type.name}.${field.name}`,
  })),
);

/** What the field was declared with, before plugins wrapped it. */
function declared({ extensions }: GraphQLField<unknown, unknown>) {
  const { pothosConfig, pothosArgMappers } = extensions as unknown as {
    pothosConfig: { resolve?: unknown };
    pothosArgMappers: readonly unknown[] | null;
  };
  return { resolve: pothosConfig.resolve, checksArguments: (pothosArgMappers ?? []).length > 0 };
}

it('nothing but a check of arguments stands before a field that is answered at once or with its row', () => {
  const wrapped = fields
    .filter(({ field }) => needsOf(field).atOnce || needsOf(field).branch)
    .filter(({ field }) => {
      const { resolve, checksArguments } = declared(field);
      return field.resolve !== resolve && !checksArguments;
    });
  expect(wrapped.map(({ name }) => name)).toEqual([]);
});

it('a field for callers with a scope is known for one', () => {
  const guarded = fields
    .filter(({ type, field }) => isGuarded(type, field))
    .map(({ name }) => name);
  expect(guarded).toContain('PathConnection.query');
  expect(guarded.filter((name) => name.endsWith('.query')).length).toBeGreaterThan(2);
});

it('an id is made at once of the same column as by way of a promise', async () => {
  const ids = fields.filter(({ field }) => field.name === 'id' && needsOf(field).reads);
  expect(ids.length).toBeGreaterThan(Object.keys(ontology.entities).length);
  const row = { key: 'a key', id: 'an id' };
  for (const { field, name } of ids) {
    const { atOnce } = needsOf(field);
    const slowly = await field.resolve?.(row, {}, {}, {} as never);
    expect(atOnce?.(row as never, {} as never), name).toBe(slowly);
  }
});
