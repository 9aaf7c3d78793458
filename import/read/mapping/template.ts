import { z } from 'zod';

/**
 * Text with columns of a row in braces: `place-{id}`, `{Place.id}`, `{2}` for the second column. With
 * `values`, what it comes to stands for another text (an empty one for nothing); with `replace`, parts
 * of it do.
 */
export const Template = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    values: z.record(z.string(), z.string()).default({}),
    replace: z.record(z.string(), z.string()).default({}),
  }),
]);
export type Template = z.infer<typeof Template>;

/** The columns that a template names. */
export function columnsIn(template: Template): string[] {
  return [...textOf(template).matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** What the template comes to in a row; undefined where a column of it is empty. */
export function filled(
  template: Template,
  cell: (column: string) => string | undefined,
): string | undefined {
  if (columnsIn(template).some((column) => !cell(column))) return undefined;
  const text = textOf(template).replace(/\{([^{}]+)\}/g, (_, column) => cell(column) ?? '');
  if (typeof template === 'string') return text;
  const replaced = Object.entries(template.replace).reduce(
    (before, [part, other]) => before.replaceAll(part, other),
    text,
  );
  const value = Object.hasOwn(template.values, replaced) ? template.values[replaced] : replaced;
  return value === '' ? undefined : value;
}

function textOf(template: Template): string {
  return typeof template === 'string' ? template : template.text;
}
