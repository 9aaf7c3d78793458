import type { z } from 'zod';
import { excess } from '../read/limits.ts';
import { jsonPointer } from '../read/position.ts';
import { didYouMean } from './closest.ts';
import type { Problem } from './problem.ts';
import type { Kind, RecordOf } from './records.ts';
import type { RecordSchemas } from './schemas.ts';

export type Shaped<K extends Kind> =
  | { readonly record: RecordOf[K] }
  | { readonly problem: Problem };

/** Reads a value as a record of its kind, or says the first thing that is wrong with it. */
export function shapeOf<K extends Kind>(kind: K, value: unknown, schemas: RecordSchemas) {
  const tooMuch = excess(value);
  if (tooMuch) return { problem: tooMuch };
  const chosen = schemaFor(kind, value, schemas);
  if ('problem' in chosen) return chosen;
  const parsed = chosen.schema.safeParse(value);
  if (parsed.success) return { record: parsed.data } as Shaped<K>;
  return { problem: problemOf(parsed.error.issues, value) };
}

type Chosen = { readonly schema: z.ZodType } | { readonly problem: Problem };

function schemaFor(kind: Kind, value: unknown, schemas: RecordSchemas): Chosen {
  if (kind === 'dataset' || kind === 'document') return { schema: schemas[kind] };
  const field = kind === 'statement' ? 'predicate' : 'type';
  const what = { statement: 'predicate', entity: 'entity type', relation: 'relation type' }[kind];
  const name = valueAt(value, [field]);
  const known: ReadonlyMap<string, z.ZodType> = schemas[kind];
  const schema = typeof name === 'string' ? known.get(name) : undefined;
  if (schema) return { schema };
  const path = typeof value === 'object' ? `/${field}` : '';
  if (typeof name !== 'string') {
    return {
      problem: { path, code: 'MISSING', message: `the ${what} is missing: give "${field}"` },
    };
  }
  const names = [...known.keys()];
  const code = kind === 'statement' ? 'UNKNOWN_PREDICATE' : 'UNKNOWN_TYPE';
  const message = `"${name}" is no ${what}; one of ${names.join(', ')}${didYouMean(name, names)}`;
  return { problem: { path, code, message } };
}

function problemOf(issues: readonly z.core.$ZodIssue[], value: unknown): Problem {
  const [first, ...others] = issues.map((issue) => problemOfIssue(issue, value));
  if (!first) throw new Error('a schema refused a record without a reason');
  if (others.length === 0) return first;
  const further = others.map(({ path, message }) => `${path || '/'}: ${message}`).join('; ');
  return { ...first, message: `${first.message}. Also ${further}` };
}

function problemOfIssue(issue: z.core.$ZodIssue, value: unknown): Problem {
  const path = jsonPointer(issue.path);
  const given = valueAt(value, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const inside = jsonPointer([...issue.path, issue.keys[0] ?? '']);
    return { path: inside, code: 'UNKNOWN_KEY', message: issue.message };
  }
  if (given === undefined && issue.code !== 'custom') {
    const name = String(issue.path.at(-1) ?? 'it');
    const values = issue.code === 'invalid_value' ? `: one of ${issue.values.join(', ')}` : '';
    return { path, code: 'MISSING', message: `"${name}" is missing${values}` };
  }
  if (issue.code === 'invalid_value') {
    const names = issue.values.map(String);
    const shown = JSON.stringify(given);
    const close = typeof given === 'string' ? didYouMean(given, names) : '';
    return { path, code: 'INVALID', message: `${shown} is none of ${names.join(', ')}${close}` };
  }
  return { path, code: 'INVALID', message: issue.message };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, token) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, token)
        ? (inside as Record<PropertyKey, unknown>)[token]
        : undefined,
    value,
  );
}
