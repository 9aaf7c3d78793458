import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operations } from '../../../src/mcp/operations.ts';
import { tools } from '../../../src/mcp/tools.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);

type Shape = string | { readonly [field: string]: Shape } | readonly ['null or' | 'list of', Shape];

interface Json {
  readonly $ref?: string;
  readonly anyOf?: readonly Json[];
  readonly type?: string | readonly string[];
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

test.each(Object.entries(tools))('what %s declares is what its operation asks for', (_, tool) => {
  const document = parse(operations.get(tool.operation) ?? '');
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map<string, { on: string; selectionSet: SelectionSetNode }>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { name, typeCondition, selectionSet } = node;
    fragments.set(name.value, { on: typeCondition.name.value, selectionSet });
  }

  const asked = (type: GraphQLOutputType, selected: SelectionSetNode | undefined): Shape => {
    if (!isNonNullType(type)) return ['null or', askedPresent(type, selected)];
    return askedPresent(getNullableType(type), selected);
  };
  const askedPresent = (type: GraphQLOutputType, selected?: SelectionSetNode): Shape => {
    if (isListType(type)) return ['list of', asked(type.ofType, selected)];
    if (isCompositeType(type) && selected) return fields(type, selected, '');
    const kinds: Record<string, string> = { Int: 'integer', Float: 'number', Boolean: 'boolean' };
    return kinds[String(type)] ?? 'string';
  };
  const fields = (on: GraphQLNamedType, { selections }: SelectionSetNode, mark: string) => {
    const shape: Record<string, Shape> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const type = isObjectType(on) || isInterfaceType(on) ? on.getFields() : {};
        const field = type[selection.name.value];
        if (!field) throw new Error(`${on.name} has no ${selection.name.value}`);
        const name = (selection.alias ?? selection.name).value;
        shape[`${name}${mark}`] = asked(field.type, selection.selectionSet);
        continue;
      }
      const { on: condition, selectionSet } =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? (fragments.get(selection.name.value) ?? { on: '', selectionSet: { selections: [] } })
          : {
              on: selection.typeCondition?.name.value ?? on.name,
              selectionSet: selection.selectionSet,
            };
      const inner = schema.getType(condition) as GraphQLNamedType;
      const narrows = condition !== on.name && !(isObjectType(on) && isInterfaceType(inner));
      Object.assign(shape, fields(inner, selectionSet as SelectionSetNode, narrows ? '?' : mark));
    }
    return shape;
  };

  const json = z.toJSONSchema(tool.output, { target: 'draft-7' }) as Json & {
    readonly definitions?: Readonly<Record<string, Json>>;
  };
  const declared = ({ $ref, anyOf, type, items, properties, required = [] }: Json): Shape => {
    if ($ref) return declared(json.definitions?.[$ref.split('/').at(-1) ?? ''] ?? {});
    if (anyOf) return ['null or', declared(anyOf.find((one) => one.type !== 'null') ?? {})];
    if (Array.isArray(type)) return ['null or', type.find((one) => one !== 'null') ?? ''];
    if (items) return ['list of', declared(items)];
    if (!properties) return String(type);
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        `${name}${required.includes(name) ? '' : '?'}`,
        declared(inner),
      ]),
    );
  };

  const query = schema.getQueryType() as GraphQLNamedType;
  const whole = fields(query, (operation as OperationDefinitionNode).selectionSet, '');
  // Where there is nothing, a tool says so instead.
  const [[name = '', answer] = []] = Object.entries(whole);
  const present = Array.isArray(answer) && answer[0] === 'null or' ? answer[1] : answer;
  expect(declared(json)).toEqual({ [name]: present });
});
