import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { ConfigError } from '../errors.ts';
import type { Caller } from './caller.ts';
import { callerOf, isKey, parseKeys } from './keys.ts';
import { mayNotRead, unauthenticated } from './refusals.ts';
import type { Access } from './settings.ts';
import { tokenReader } from './tokens.ts';

/** Who sends a request; throws a GraphQLError for one that may not. */
export type Identify = (request: Request) => Promise<Caller>;

/**
 * Undefined for a server that anybody may ask.
 * Throws {@link ConfigError} for keys that cannot be read.
 */
export function identification({ keys, tokens }: Access, log: Logger): Identify | undefined {
  if (keys.text === undefined && keys.file === undefined && !tokens) return undefined;
  const known = knownKeys(keys);
  const readToken = tokens ? tokenReader(tokens, log) : null;
  return async ({ headers }) => {
    const credential = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
    if (credential === undefined) throw unauthenticated();
    const caller =
      isKey(credential) || !readToken ? callerOf(credential, known) : await readToken(credential);
    if (!caller) throw unauthenticated('invalid_token');
    if (!caller.scopes.has('read')) throw mayNotRead();
    return caller;
  };
}

function knownKeys({ text, file }: Access['keys']) {
  const { keys, problems } =
    text === undefined && file === undefined
      ? { keys: [], problems: [] }
      : parseKeys(text ?? readKeys(file ?? ''));
  if (problems.length > 0) {
    const setting = text === undefined ? `CLAIMGRAPH_API_KEYS_FILE=${file}` : 'CLAIMGRAPH_API_KEYS';
    throw new ConfigError(problems.map((problem) => `${setting}: ${problem}.`));
  }
  return keys;
}

function readKeys(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError([`CLAIMGRAPH_API_KEYS_FILE=${file} cannot be read.`], { cause });
  }
}
