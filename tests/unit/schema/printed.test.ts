import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { printedFiles } from '../../../schema/printed.ts';

it.each(Object.entries(printedFiles(ontology)))('%s is what the ontology gives', (name, text) => {
  const committed = readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');
  expect(committed, 'stale: run `npm run schema` and commit').toBe(text);
});
