import type { Ask } from './ask.ts';
import { ToolError } from './tool-error.ts';

interface Hit {
  readonly matches: readonly { readonly kind: string }[];
  readonly node: {
    readonly key: string;
    readonly type: string;
    readonly name: string;
    readonly description: string | null;
  };
}

type Given = Readonly<Record<string, unknown>>;

/** The arguments with keys in place of names. Throws {@link ToolError} where a name is not that of one entity. */
export async function withKeys(ask: Ask, given: Given, names: readonly string[]): Promise<Given> {
  const language = given.language;
  const keyOf = (text: unknown) => keyOfEntity(ask, String(text), language);
  const keys = names
    .filter((name) => given[name] !== undefined)
    .map(async (name) => {
      const value = given[name];
      return [name, await (Array.isArray(value) ? Promise.all(value.map(keyOf)) : keyOf(value))];
    });
  return { ...given, ...Object.fromEntries(await Promise.all(keys)) };
}

async function keyOfEntity(ask: Ask, text: string, language: unknown): Promise<string> {
  if (/^[a-z0-9-]+$/.test(text)) {
    const { entity } = await ask<{ readonly entity: Hit['node'] | null }>('Keyed', { key: text });
    if (entity) return entity.key;
  }
  const { search } = await ask<{ readonly search: { readonly edges: readonly Hit[] } }>('Called', {
    ...{ query: text, language },
  });
  const called = search.edges.filter(({ matches }) =>
    matches.some(({ kind }) => kind === 'EXACT' || kind === 'ALIAS'),
  );
  const [only] = called;
  if (only && called.length === 1) return only.node.key;
  throw new ToolError(unclear(text, called, search.edges));
}

function unclear(text: string, called: readonly Hit[], near: readonly Hit[]): string {
  const list = (hits: readonly Hit[]) =>
    hits
      .map(({ node: { key, type, name, description } }) =>
        [`- ${key}: ${name} (${type})`, description].filter(Boolean).join(', '),
      )
      .join('\n');
  if (called.length > 1)
    return `'${text}' may be any of these; name one by its key:\n${list(called)}`;
  if (near.length > 0) {
    return `No entity is called '${text}'. Near it are these; name one by its key:\n${list(near)}`;
  }
  return `No entity is called '${text}', and none has it as its key. Find it with the tool search.`;
}
