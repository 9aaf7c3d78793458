import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildASTSchema,
  buildSchema,
  type DefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  printSchema,
} from 'graphql';
import { expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

const current = buildSchema(read('schema/schema.graphql'));

/** What a client that was written against a promise would stumble over. */
async function broken(promise: GraphQLSchema, now: GraphQLSchema): Promise<string[]> {
  const changes = await diff(promise, now);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

/** The page of the contract, with what it leaves to the product taken from there. */
function contract(): GraphQLSchema {
  const page = parse(read('../shared/design/api.graphql'));
  const nameOf = (node: DefinitionNode) => ('name' in node ? node.name?.value : undefined);
  const promised = new Set(page.definitions.map(nameOf));
  const rest = parse(printSchema(current)).definitions.filter(
    (definition) => !promised.has(nameOf(definition)),
  );
  const definitions = [...page.definitions, ...rest];
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions },
    { assumeValid: true, assumeValidSDL: true },
  );
}

it('a client of the last release goes on to work: see CONTRIBUTING.md, "A release"', async () => {
  const released = buildSchema(read('schema/released.graphql'));
  expect(await broken(released, current)).toEqual([]);
});

it('the schema keeps the names, arguments and nullability of the contract', async () => {
  expect(await broken(contract(), current)).toEqual([]);
});

it.each([
  ['a field is gone', 'type GraphStats {', 'type GraphStats {\n  gone: Int'],
  ['a field may be null that never was', '  revision: String', '  revision: String!'],
  ['an argument has to be given that was free', 'ids: [ID!]!', 'ids: [ID!]'],
  ['a value is gone', 'enum Polarity {', 'enum Polarity {\n  UNSURE'],
])('it is seen when %s', async (_, now, promised) => {
  const text = read('schema/released.graphql').replace('revision: String!', 'revision: String');
  expect(text).toContain(now);
  expect(await broken(buildSchema(text.replace(now, promised)), buildSchema(text))).toHaveLength(1);
});
