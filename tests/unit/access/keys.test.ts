import { describe, expect, it } from 'vitest';
import { callerOf, keyLine, newKey, parseKeys } from '../../../src/access/keys.ts';

const hash = 'ab'.repeat(32);

describe('keys', () => {
  it('let in who holds one, with its name and scopes, and nobody else', () => {
    const [first, second] = [newKey(), newKey()];
    const list = [
      '# the newsroom asks',
      keyLine('newsroom', ['read'], first).line,
      `${keyLine('desk', ['read', 'write'], second).line} # and writes`,
    ].join('\n');
    const { keys, problems } = parseKeys(list);
    expect(problems).toEqual([]);
    expect(callerOf(first, keys)).toEqual({ name: 'newsroom', scopes: new Set(['read']) });
    expect(callerOf(second, keys)).toEqual({ name: 'desk', scopes: new Set(['read', 'write']) });
    for (const wrong of [newKey(), `${first}x`, first.slice(0, -1), '', hash]) {
      expect(callerOf(wrong, keys)).toBeNull();
    }
  });

  it('are not in the list, and cannot be had from it', () => {
    const key = newKey();
    expect(keyLine('newsroom', ['read'], key).line).not.toContain(key);
  });

  it.each([
    ['', /no key in it/],
    [`:read:${hash}`, /key 1 has no name/],
    [`a:read:${hash};a:read:${hash}`, /'a' is there twice/],
    [`a:read,admin:${hash}`, /'a' has other scopes/],
    [`a:write:${hash}`, /'a' lacks the scope read/],
    ['a:read:hunter2', /'a' has no SHA-256/],
    [`a:read:${hash}:more`, /'a' has no SHA-256/],
  ])('that are written wrong are named: %j', (list, problem) => {
    const { problems } = parseKeys(list);
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems.join()).not.toMatch(/hunter2|abab/);
  });
});
