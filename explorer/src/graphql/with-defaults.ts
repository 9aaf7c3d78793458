import { stringifyDocument } from 'urql';

type Document = Parameters<typeof stringifyDocument>[0];

/** Variables, and fields of inputs, whose values are names of an enum and no texts. */
const enums: ReadonlySet<string> = new Set(['language', 'other', 'modalities', 'disputed']);

/** A query with its variables as defaults: GraphiQL takes no variables from an address. */
export function withDefaults(
  document: Document,
  variables: Readonly<Record<string, unknown>>,
): string {
  const text = stringifyDocument(document);
  const body = text.indexOf('{');
  const head = text
    .slice(0, body)
    .replace(/\$(\w+): ([\w[\]!]+)/g, (declared, name: string) =>
      name in variables ? `${declared} = ${literal(variables[name], name)}` : declared,
    );
  return head + text.slice(body);
}

function literal(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, name)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([field, each]) => `${field}: ${literal(each, field)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  return typeof value === 'string' && enums.has(name) ? value : JSON.stringify(value);
}
