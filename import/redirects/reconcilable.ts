import { compileQuestion } from '../../src/graph/question.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import { closest } from '../check/closest.ts';
import { entitiesOfKeys } from '../check/graph-keys.ts';
import { ImportError } from '../import-error.ts';
import { entityKeys } from '../write/entity-questions.ts';
import type { Redirects } from './redirects.ts';

interface Reconcilable {
  readonly key: string;
  readonly type: string;
}

/** Throws an ImportError unless the key is that of an entity. */
export async function entityToMergeInto(
  client: GraphReader,
  key: string,
  redirects: Redirects,
): Promise<Reconcilable> {
  const entity = await entityOf(client, key);
  if (!redirects.isRedirect(key)) return entity;
  const present = redirects.present(key);
  throw new ImportError(
    `${key} is merged into ${present} already: name ${present}, or split ${key} first.`,
  );
}

/** Throws an ImportError unless the key is that of another entity of the same type. */
export async function entityToMerge(
  client: GraphReader,
  key: string,
  into: Reconcilable,
  redirects: Redirects,
): Promise<Reconcilable> {
  if (key === into.key) throw new ImportError(`${key} cannot be merged into itself.`);
  const entity = await entityOf(client, key);
  const present = redirects.present(key);
  if (present === into.key) {
    throw new ImportError(`${key} is merged into ${present} already: nothing is left to do.`);
  }
  if (present !== key) {
    throw new ImportError(
      `${key} is merged into ${present} already: merge ${present}, or split ${key} first.`,
    );
  }
  if (entity.type === into.type) return entity;
  throw new ImportError(
    `${into.key} is a ${into.type}, and ${key} is a ${entity.type}: only entities of one type can be one.`,
  );
}

/** Throws an ImportError unless the key was merged. */
export async function redirectToSplit(
  client: GraphReader,
  key: string,
  redirects: Redirects,
): Promise<string> {
  if (redirects.isRedirect(key)) return key;
  const meant = closest(key, redirects.keys);
  const merged = redirects.concerns(key) ? redirects.keysOf(key).slice(1) : [];
  if (merged.length > 0) {
    throw new ImportError(`${key} is not merged; into it are: ${merged.join(', ')}. Split one.`);
  }
  if (meant !== null) throw new ImportError(`${key} is not merged. Did you mean ${meant}?`);
  const { type } = await entityOf(client, key);
  throw new ImportError(
    `${key} is a ${type} that is not merged: name a key that was merged into another.`,
  );
}

async function entityOf(client: GraphReader, key: string): Promise<Reconcilable> {
  const [row] = await client.read(compileQuestion(entitiesOfKeys, [key]));
  if (!row) throw new ImportError(await unknownKey(client, key));
  return { key, type: row.labels.find((label) => label !== 'Entity') ?? 'Entity' };
}

async function unknownKey(client: GraphReader, key: string): Promise<string> {
  let meant: string | null = null;
  for (let after = ''; ; ) {
    const page = await client.read(compileQuestion(entityKeys, after));
    const last = page.at(-1);
    if (!last) break;
    meant = closest(key, [...(meant === null ? [] : [meant]), ...page.map((row) => row.key)]);
    after = last.key;
  }
  return `The graph has no entity "${key}".${meant === null ? '' : ` Did you mean ${meant}?`}`;
}
