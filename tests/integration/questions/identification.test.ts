import { expect, it } from 'vitest';
import { dataOf, graphServer } from '../../support/ask.ts';

it('every kind of node is found again by its id', async () => {
  const { entity, statements, documents, relations } = await dataOf(`{
    entity(ref: {key: "munich"}) { id } statements(first: 1) { nodes { id } }
    documents(first: 1) { nodes { id } } relations(first: 1) { nodes { id } } }`);
  const ids = [entity, statements.nodes[0], documents.nodes[0], relations.nodes[0]].map(
    ({ id }) => id,
  );
  const { nodes } = await dataOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
    ids,
  });
  expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
    ...['Place', 'Statement', 'Document', 'Relation'],
  ]);
});

it('one bad id among several gives null for that one alone', async () => {
  const { entity } = await dataOf('{ entity(ref: {key: "munich"}) { id } }');
  const wrongType = Buffer.from('Person:munich').toString('base64url');
  const unknownType = Buffer.from('Spaceship:x').toString('base64url');
  const gone = Buffer.from('Statement:gone').toString('base64url');
  const ids = [entity.id, 'nonsense', wrongType, unknownType, gone, entity.id];
  const { nodes } = await dataOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
    ...[entity.id, null, null, null, null, entity.id],
  ]);
});

it('an entity is found by its id as by its key', async () => {
  const { entity } = await dataOf('{ entity(ref: {key: "munich"}) { id key } }');
  const { same } = await dataOf('query ($id: ID!) { same: entity(ref: {id: $id}) { id key } }', {
    id: entity.id,
  });
  expect(same).toEqual(entity);
});

it('an unknown key gives null, and the id of something else an explanation', async () => {
  const { entity } = await dataOf('{ entity(ref: {key: "nobody"}) { key } }');
  expect(entity).toBeNull();
  const { documents } = await dataOf('{ documents(first: 1) { nodes { id } } }');
  const { errors } = await graphServer().ask(
    'query ($id: ID!) { entity(ref: {id: $id}) { key } }',
    {
      id: documents.nodes[0].id,
    },
  );
  expect(errors?.[0]?.message).toMatch(/id of a Document/);
});

it('paths name the keys that are not there', async () => {
  const { errors } = await graphServer().ask(
    '{ paths(from: [{key: "lei-jun"}], to: [{key: "atlantis"}]) { nodes { length } } }',
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/atlantis/),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
