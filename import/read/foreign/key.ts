import { createHash } from 'node:crypto';

const mostLength = 120;

/**
 * A key for what others call by an id of their own. Where the id is no key as it stands, a digest of it
 * keeps two ids apart that differ in case or signs alone.
 */
export function keyOfId(id: string, readable = id): string {
  const kebab = kebabCase(readable).slice(0, mostLength).replace(/-$/, '');
  if (kebab === id) return kebab;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 10);
  return kebab === '' ? digest : `${kebab}-${digest}`;
}

/** Letters and digits of ASCII, joined by single hyphens; accents are left out. */
export function kebabCase(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
