import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  print,
} from 'graphql';

type Parent = GraphQLObjectType | GraphQLInterfaceType;

/** In the order of the page; a type stands in the first group that takes it. */
const groups: readonly { title: string; takes(type: GraphQLNamedType): boolean }[] = [
  { title: 'Requests', takes: ({ name }) => name === 'Query' || name === 'Mutation' },
  { title: 'Interfaces', takes: isInterfaceType },
  { title: 'What has an id', takes: (type) => implementsNode(type) },
  {
    title: 'Lists',
    takes: (type) =>
      isObjectType(type) && (/(Connection|Edge)$/.test(type.name) || type.name === 'PageInfo'),
  },
  { title: 'Parts of answers', takes: isObjectType },
  { title: 'Filters and orders', takes: ({ name }) => /(Filter|Order|Quantifier)$/.test(name) },
  { title: 'Other inputs', takes: isInputObjectType },
  { title: 'Enums', takes: isEnumType },
  { title: 'Scalars', takes: isScalarType },
];

/** Every type of a schema with its fields, arguments and values, as Markdown for GitHub. */
export function apiPage(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const filled = groups
    .map((group) => ({ ...group, types: types.filter((type) => groupOf(type) === group) }))
    .filter((group) => group.types.length > 0);
  const contents = filled.map(
    (group) =>
      `**${group.title}**: ${group.types.map(({ name }) => `[${name}](#${anchor(name)})`).join(' · ')}`,
  );
  const chapters = filled.flatMap((group) => [`## ${group.title}`, ...group.types.map(section)]);
  return `${[preface, ...contents, ...chapters].join('\n\n')}\n`;
}

const preface = `# The API, type by type

Printed from the schema by \`npm run schema\`. [Frontends](frontends.md) says where to start;
[schema.graphql](../schema/schema.graphql) is the same for machines. \`!\` after a type says that it is
never null.`;

function implementsNode(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

function groupOf(type: GraphQLNamedType) {
  return groups.find(({ takes }) => takes(type));
}

function section(type: GraphQLNamedType): string {
  const parts = [`### ${type.name}`, prose(type.description)];
  if (isObjectType(type) || isInterfaceType(type)) parts.push(...inherited(type), fields(type));
  if (isInputObjectType(type)) {
    if (type.isOneOf) parts.push('Exactly one of:');
    parts.push(Object.values(type.getFields()).map(input).join('\n'));
  }
  if (isEnumType(type)) parts.push(values(type));
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Sentences that say which fields a type has from its interfaces, unless they differ. */
function inherited(type: Parent): string[] {
  return type
    .getInterfaces()
    .filter((parent) => Object.values(parent.getFields()).some((field) => isSame(type, field)))
    .filter((parent, _, all) => !all.some((other) => other.getInterfaces().includes(parent)))
    .map((parent) => `With the fields of ${link(parent)}, and:`);
}

/** Those that the type does not have from an interface just as they are. */
function fields(type: Parent): string {
  const parents = type.getInterfaces().flatMap((parent) => Object.values(parent.getFields()));
  return Object.values(type.getFields())
    .filter(({ name }) => !parents.some((parent) => parent.name === name && isSame(type, parent)))
    .map((field) => [entry(field), ...field.args.map((arg) => `  ${input(arg)}`)].join('\n'))
    .join('\n');
}

function isSame(type: Parent, inInterface: GraphQLField<unknown, unknown>): boolean {
  const own = type.getFields()[inInterface.name];
  return own !== undefined && signature(own) === signature(inInterface);
}

function signature({ name, type, args, description }: GraphQLField<unknown, unknown>): string {
  const taken = args.map((arg) => `${arg.name}:${arg.type}=${defaultOf(arg)} ${arg.description}`);
  return [name, type, description, ...taken].join('\n');
}

function entry({ name, type, description }: GraphQLField<unknown, unknown>): string {
  return `- **${name}**: ${link(type)} – ${prose(description)}`;
}

function input(given: GraphQLArgument | GraphQLInputField): string {
  return `- \`${given.name}\`: ${link(given.type)}${defaultOf(given)} – ${prose(given.description)}`;
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value ? ` = \`${print(value)}\`` : '';
}

function values(type: GraphQLEnumType): string {
  return type
    .getValues()
    .map(({ name, description }) => `- \`${name}\` – ${prose(description)}`)
    .join('\n');
}

/** `[Plan!]!`, with a link where the type stands on the page. */
function link(type: GraphQLType): string {
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return `\`${type}\``;
  const [before = '', after = ''] = String(type).split(named.name);
  return `${before.replaceAll('[', '\\[')}[${named.name}](#${anchor(named.name)})${after.replaceAll(']', '\\]')}`;
}

function anchor(name: string): string {
  return name.toLowerCase();
}

function prose(description: string | null | undefined): string {
  return (description ?? '').replaceAll(/\s*\n\s*/g, ' ').replaceAll(/([<>*_|])/g, '\\$1');
}
