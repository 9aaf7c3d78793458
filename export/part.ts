import { closest } from '../import/check/closest.ts';
import { entitiesOfKeys } from '../import/check/graph-keys.ts';
import { Redirects } from '../import/redirects/redirects.ts';
import { storedRedirects } from '../import/write/redirect-questions.ts';
import { UserInputError } from '../src/errors.ts';
import { compileQuestion } from '../src/graph/question.ts';
import { aroundScope } from './around-scope.ts';
import { exportedDatasets } from './dataset-question.ts';
import type { Scope, ScopeOptions } from './scope.ts';
import { wholeScope } from './whole-scope.ts';

/** Which part of the graph; all of it where nothing is said. */
export interface Part {
  /** Key of a dataset. */
  readonly dataset?: string | undefined;
  /** Key of an entity. */
  readonly around?: string | undefined;
  /** Relations from there; 1 where nothing is said. */
  readonly hops?: number | undefined;
}

/** Throws a UserInputError for keys that are none, with the closest. */
export async function scopeOf(options: ScopeOptions, part: Part): Promise<Scope> {
  const { dataset, around, hops } = part;
  if (dataset !== undefined && around !== undefined) {
    throw new UserInputError('Give --dataset or --around, not both.');
  }
  if (hops !== undefined && around === undefined) {
    throw new UserInputError('--hops is counted from an entity: add --around KEY.');
  }
  if (dataset !== undefined) await checkDataset(options, dataset);
  if (around === undefined) return wholeScope(options, dataset ?? null);
  const seed = await entityNamed(options, around);
  return aroundScope(options, seed, hops ?? 1);
}

async function checkDataset({ client }: ScopeOptions, key: string): Promise<void> {
  const known = (await client.read(compileQuestion(exportedDatasets, {}))).map((row) => row.key);
  if (known.includes(key)) return;
  const meant = closest(key, known);
  const hint =
    meant === null ? `There are ${known.join(', ') || 'none'}.` : `Did you mean ${meant}?`;
  throw new UserInputError(`The graph has no dataset "${key}". ${hint}`);
}

/** The key of the entity that a key stands for. */
async function entityNamed(options: ScopeOptions, key: string): Promise<string> {
  const rows = await options.client.read(compileQuestion(entitiesOfKeys, [key]));
  if (rows.length > 0) return new Redirects(await redirectsOf(options)).present(key);
  let meant: string | null = null;
  for await (const keys of wholeScope(options, null).entities()) {
    meant = closest(key, [...(meant === null ? [] : [meant]), ...keys]);
  }
  const hint = meant === null ? '' : ` Did you mean ${meant}?`;
  throw new UserInputError(`The graph has no entity "${key}".${hint}`);
}

function redirectsOf({ client }: ScopeOptions) {
  return client.read(compileQuestion(storedRedirects, {}));
}
