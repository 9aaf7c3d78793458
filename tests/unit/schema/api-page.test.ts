import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

it('every link of docs/api.md leads to one heading of it', () => {
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter((link) => !headings.includes(link ?? ''))).toEqual([]);
  expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([]);
});

it('docs/api.md says of a field which interface it comes from, and of an argument its default', () => {
  expect(page).toMatch(/### Plan\n[\s\S]*?With the fields of \[Entity\]\(#entity\), and:/);
  expect(page).toContain('- `maxNodes`: `Int` = `200` – How many entities, 2000 at most.');
});
