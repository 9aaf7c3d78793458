import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { adoptDraft, clearDrafts, newDraft } from '../../../src/local/draft.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-draft-'));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const [users, graph] = ['data/databases/system/users', 'data/databases/neo4j/graph'];
const write = (root: string, path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

it('a graph that is adopted comes to the users and the password that are there', async () => {
  for (const [path, content] of [
    ['password', 'secret'],
    [users, 'reader'],
    [graph, 'nothing'],
    ['data/transactions/neo4j/log', 'old'],
  ] as const) {
    write(folder, path, content);
  }
  const draft = await newDraft(folder);
  expect(readdirSync(join(draft, 'data'), { recursive: true }).sort()).toEqual([
    ...['databases', 'databases/system', 'databases/system/users', 'transactions'],
  ]);
  write(draft, graph, 'new');
  await adoptDraft(draft, folder);
  expect([read('password'), read(users), read(graph)]).toEqual(['secret', 'reader', 'new']);
  await clearDrafts(folder);
  expect(readdirSync(folder).sort()).toEqual(['data', 'password']);
});

it('what an adoption that was killed has put aside comes back, and its draft goes', async () => {
  write(folder, users, 'reader');
  await newDraft(folder);
  renameSync(join(folder, 'data'), join(folder, 'data-before-draft'));
  await clearDrafts(folder);
  expect(readdirSync(folder)).toEqual(['data']);
  expect(read(users)).toBe('reader');
});
