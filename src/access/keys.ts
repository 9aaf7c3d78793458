import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Caller, isScope, type Scope, scopes } from './caller.ts';

/** A caller whom a key lets in. Of the key itself, only its hash is known. */
interface KnownKey extends Caller {
  readonly hash: Buffer;
}

/** What a key begins with: it tells keys from tokens, and a leaked one is recognised by it. */
const prefix = 'claimgraph_';

const nameShape = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** 256 bits by chance, which nobody guesses: a plain hash keeps them, where a password's needs a slow one. */
export function newKey(): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

export function isKey(credential: string): boolean {
  return credential.startsWith(prefix);
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** One line of the list that a server reads, and what is wrong with the name or the scopes. */
export function keyLine(name: string, granted: readonly string[], key: string) {
  const line = `${name}:${granted.join(',')}:${hashOf(key).toString('hex')}`;
  const problems = nameShape.test(name)
    ? parseKeys(line).problems
    : [`'${name}' is no name of letters, digits and . _ @ -`];
  return { line, problems };
}

/**
 * Reads `name:scopes:hash`, one a line or parted by semicolons; `#` begins a comment.
 * Each problem names the entry, and never the hash.
 */
export function parseKeys(text: string): {
  readonly keys: readonly KnownKey[];
  readonly problems: readonly string[];
} {
  const keys: KnownKey[] = [];
  const problems: string[] = [];
  const entries = text
    .replace(/#.*$/gm, '')
    .split(/[\s;]+/)
    .filter(Boolean);
  for (const [index, entry] of entries.entries()) {
    const [name = '', granted = '', hash = '', ...rest] = entry.split(':');
    const at = nameShape.test(name) ? `key '${name}'` : `key ${index + 1}`;
    const listed = granted.split(',');
    if (!nameShape.test(name)) {
      problems.push(`${at} has no name of letters, digits and . _ @ -`);
    } else if (keys.some((other) => other.name === name)) {
      problems.push(`${at} is there twice`);
    } else if (!listed.every(isScope)) {
      problems.push(`${at} has other scopes than ${scopes.join(', ')}`);
    } else if (!listed.includes('read')) {
      problems.push(`${at} lacks the scope read, without which nothing is answered`);
    } else if (rest.length > 0 || !/^[0-9a-f]{64}$/i.test(hash)) {
      problems.push(`${at} has no SHA-256 of 64 hexadecimal digits at its end`);
    } else {
      keys.push({ name, scopes: new Set<Scope>(listed), hash: Buffer.from(hash, 'hex') });
    }
  }
  if (entries.length === 0) problems.push('there is no key in it');
  return { keys, problems };
}

/** Looks at every key, however early one fits: how long it takes says nothing about any of them. */
export function callerOf(key: string, keys: readonly KnownKey[]): Caller | null {
  const hash = hashOf(key);
  let found: Caller | null = null;
  for (const known of keys) {
    if (timingSafeEqual(known.hash, hash)) found = { name: known.name, scopes: known.scopes };
  }
  return found;
}
