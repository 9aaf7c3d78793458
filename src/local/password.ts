import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../errors.ts';

/** The password of user neo4j, made at the first start and kept in `<folder>/password`. */
export function readOrMakePassword(folder: string): string {
  const file = join(folder, 'password');
  const initialized = existsSync(join(folder, 'data', 'databases', 'system'));
  if (!existsSync(file)) {
    if (initialized) throw new ConfigError([passwordGone(file, folder)]);
    writePrivate(file, `${randomBytes(24).toString('base64url')}\n`);
  }
  const password = readFileSync(file, 'utf8').trim();
  if (!initialized) {
    mkdirSync(join(folder, 'data', 'dbms'), { recursive: true });
    writePrivate(join(folder, 'data', 'dbms', 'auth.ini'), initialUser(password));
  }
  return password;
}

/**
 * The file that `neo4j-admin dbms set-initial-password` writes and Neo4j reads when it makes the
 * system database. Writing it here keeps the well-known default password from ever being valid,
 * and the password out of every process's arguments. The form, seen from 5.26.30's tool:
 * `neo4j:SHA-256,<hash>,<salt>,1024:`, the hash being SHA-256 of salt and password, hashed again
 * 1,023 times.
 */
function initialUser(password: string): string {
  const iterations = 1024;
  const salt = randomBytes(32);
  let hash = createHash('sha256').update(salt).update(password).digest();
  for (let i = 1; i < iterations; i++) hash = createHash('sha256').update(hash).digest();
  return `neo4j:SHA-256,${hash.toString('hex')},${salt.toString('hex')},${iterations}:\n`;
}

function writePrivate(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function passwordGone(file: string, folder: string): string {
  return (
    `The local Neo4j's password file ${file} is gone, and its data cannot be opened without. ` +
    `Put the file back, or delete ${join(folder, 'data')} to begin with an empty database.`
  );
}
