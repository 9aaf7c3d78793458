import type * as fc from 'fast-check';
import * as check from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Of the bundled data. */
const keys = ['xiaomi', 'lei-jun', 'baic', 'germany', 'europe', 'hugo-barra', 'first-car-2024'];
/** Words of it, and texts that should mean nothing to anybody. */
const texts = [
  ...[
    'Xiaomi',
    'Auto',
    'car',
    'ß',
    '小米',
    '',
    ' ',
    '"',
    "'",
    '`',
    '\\',
    '$x',
    '{}',
    '*',
    '~',
    'a AND',
  ],
  ...['\u0000', '\ud800', ...keys],
];
const dates = ['2014-01-01', '2023-06-30', '2024-02-29', '2027-12-31', '0001-01-01', '9999-12-31'];
const numbers = [1, 1, 2, 2, 3, 3, 4, 5, 8, 20, 100, 0, -1, 2_147_483_647];

/** Levels of fields in fields, and of conditions in conditions: more is refused. */
const deepest = { fields: 4, conditions: 4 };

/** More is refused. */
const most = { aliases: 20, directives: 6 };

/**
 * Valid documents of a schema's queries: arguments come as variables, left out more often than not, so
 * that filters and traversals hold what goes together by chance.
 */
export function documents(schema: GraphQLSchema): fc.Arbitrary<Asked> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return check.gen().map((draw) => new Draft(schema, draw).operation(roots));
}

class Draft {
  readonly #schema: GraphQLSchema;
  readonly #draw: fc.GeneratorValue;
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #aliases = 0;
  #directives = 0;

  constructor(schema: GraphQLSchema, draw: fc.GeneratorValue) {
    this.#schema = schema;
    this.#draw = draw;
  }

  operation(roots: readonly GraphQLField<unknown, unknown>[]): Asked {
    const root = this.#field(this.#one(roots), 0);
    const head = this.#declared.length > 0 ? `query (${this.#declared.join(', ')})` : 'query';
    return { query: `${head} { ${root} }`, variables: this.#variables };
  }

  #field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const given = args
      .filter((argument) => isRequiredArgument(argument) || this.#chance(oddsOf(argument)))
      .map((argument) => `${argument.name}: ${this.#variable(argument)}`);
    const called = given.length > 0 ? `${name}(${given.join(', ')})` : name;
    const asked = `${this.#alias()}${called}${this.#directive()}`;
    const named = getNamedType(type);
    return isLeafType(named) ? asked : `${asked} ${this.#selection(named, depth + 1)}`;
  }

  #alias(): string {
    if (this.#aliases === most.aliases || !this.#chance(10)) return '';
    this.#aliases += 1;
    return `a${this.#aliases}: `;
  }

  #directive(): string {
    if (this.#directives === most.directives || !this.#chance(5)) return '';
    this.#directives += 1;
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: Boolean!`);
    this.#variables[name] = this.#chance(50);
    return ` @${this.#chance(50) ? 'skip' : 'include'}(if: $${name})`;
  }

  #variable({ type, defaultValue }: GraphQLArgument): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    const required = isNonNullType(type) && defaultValue === undefined;
    this.#variables[name] = this.#value(type, 0, required);
    return `$${name}`;
  }

  #selection(type: GraphQLNamedOutputType, depth: number): string {
    const concrete =
      isAbstractType(type) && this.#chance(50)
        ? this.#one(this.#schema.getPossibleTypes(type))
        : null;
    const fields = Object.values(((concrete ?? type) as GraphQLObjectType).getFields?.() ?? {});
    const open = fields.filter(
      (field) =>
        (depth < deepest.fields || isLeafType(getNamedType(field.type))) &&
        !field.args.some(
          (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
        ),
    );
    const count = this.#draw(check.integer, { min: 1, max: 3 });
    const chosen = new Set(
      Array.from({ length: Math.min(count, open.length) }, () => this.#one(open)),
    );
    // The same field with other arguments would be a conflict: each is chosen once.
    const parts = ['__typename', ...[...chosen].map((field) => this.#field(field, depth))];
    return concrete
      ? `{ __typename ... on ${concrete.name} { ${parts.join(' ')} } }`
      : `{ ${parts.join(' ')} }`;
  }

  #value(type: GraphQLInputType, depth: number, required: boolean): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, depth, true);
    if (!required && this.#chance(5)) return null;
    if (isListType(type)) {
      const length = this.#draw(check.integer, { min: this.#chance(10) ? 0 : 1, max: 3 });
      return Array.from({ length }, () => this.#value(type.ofType, depth, true));
    }
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (type.name === 'EntityRef' && this.#chance(90)) return { key: this.#one(keys) };
    if (isInputObjectType(type))
      return this.#object(Object.values(type.getFields()), type.isOneOf, depth);
    if (type.name === 'Boolean') return this.#chance(50);
    if (type.name === 'Int' || type.name === 'Float') return this.#one(numbers);
    return this.#one(type.name === 'Date' ? dates : texts);
  }

  #object(fields: readonly GraphQLInputField[], oneOf: boolean, depth: number) {
    const shallow = fields.filter(({ type }) => !isInputObjectType(getNamedType(type)));
    const open = depth < deepest.conditions || shallow.length === 0 ? fields : shallow;
    const chosen = oneOf
      ? [this.#one(open)]
      : open.filter((field) => isRequiredInputField(field) || this.#chance(30));
    return Object.fromEntries(
      chosen.map((field) => [field.name, this.#value(field.type, depth + 1, oneOf)]),
    );
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#draw(check.nat, { max: items.length - 1 })] as Item;
  }

  #chance(percent: number): boolean {
    return this.#draw(check.integer, { min: 1, max: 100 }) <= percent;
  }
}

/** A cursor made up is none, and `last` excludes `first`. */
function oddsOf({ name }: GraphQLArgument): number {
  return ['after', 'before', 'last'].includes(name) ? 3 : 30;
}
