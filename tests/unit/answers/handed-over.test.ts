import {
  execute,
  type GraphQLFieldConfig,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { expect, it } from 'vitest';
import { atOnce } from '../../../schema/graphql/selection/needs.ts';
import { executeWriting } from '../../../src/answers/execute-writing.ts';

type Row = Readonly<Record<string, unknown>>;

const field = (name: string, type: GraphQLFieldConfig<Row, unknown>['type']) => ({
  [name]: { type, ...atOnce((row: Row) => row[name]) } as GraphQLFieldConfig<Row, unknown>,
});

const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: 'Thing',
  fields: () => ({
    ...field('must', new GraphQLNonNull(GraphQLString)),
    ...field('may', GraphQLString),
    ...field('count', GraphQLInt),
    ...field('share', GraphQLFloat),
    ...field('thing', Thing),
    ...field('things', new GraphQLList(new GraphQLNonNull(Thing))),
    ...field('all', new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Thing)))),
  }),
});

/** How often the root was asked. */
let asked = 0;

const schemaOf = (resolve: () => unknown) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        thing: {
          type: Thing,
          resolve: () => {
            asked += 1;
            return resolve();
          },
        },
        must: { type: new GraphQLNonNull(Thing), resolve: () => ({ must: 'a', all: [] }) },
      },
    }),
  });

const good = {
  must: 'a "b"\n\u2028\ud800',
  may: null,
  count: -0,
  share: 1e21,
  things: null,
  all: [],
};
const query =
  '{ thing { must may count share things { must } thing { must may } all { must } } must { must } }';

it.each<[string, () => unknown, boolean]>([
  ['what is as it should be', () => good, true],
  ['what comes later', () => Promise.resolve({ ...good, thing: { must: '', may: 'c' } }), true],
  ['nothing', () => null, true],
  ['a null where none may be', () => ({ ...good, thing: { must: null } }), false],
  ['a null in a list of none', () => ({ ...good, things: [good, null] }), false],
  ['nulls that go up to the root', () => ({ ...good, all: [{ must: null }] }), false],
  ['a number that is none', () => ({ ...good, count: 'many' }), false],
  ['a number that is too large', () => ({ ...good, count: 2 ** 40 }), false],
  ['an infinite share', () => ({ ...good, share: Number.POSITIVE_INFINITY }), false],
  ['an error for a value', () => ({ ...good, thing: new Error('no') }), false],
  ['no list where there is to be one', () => ({ ...good, all: 'all' }), false],
  [
    'a root that fails',
    () => {
      throw new Error('no');
    },
    false,
  ],
  ['a root that fails later', () => Promise.reject(new Error('later')), false],
  ['a value that comes later', () => ({ ...good, thing: Promise.resolve({ must: 'b' }) }), false],
  ['a value that fails later', () => ({ ...good, may: Promise.reject(new Error('late')) }), false],
])('%s is answered as by graphql-js, and asked for once', async (_name, resolve, isWritten) => {
  const args = { schema: schemaOf(resolve), document: parse(query), contextValue: { today: '' } };
  let written = 0;
  const count = () => {
    written += 1;
  };
  const expected = JSON.stringify(await execute(args));
  asked = 0;
  const result = await executeWriting(args, execute, count);
  const text = 'stringify' in result ? result.stringify(result) : JSON.stringify(result);
  expect(text).toBe(expected);
  expect([asked, written]).toEqual([1, isWritten ? 1 : 0]);
});
