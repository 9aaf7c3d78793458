import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { printedFiles } from '../../../schema/printed.ts';

it.each(
  printedFiles(ontology).map((printed) => ({ ...printed, name: basename(printed.file.pathname) })),
)('$name is what the ontology gives', ({ file, text }) => {
  expect(readFileSync(file, 'utf8'), 'stale: run `npm run schema` and commit').toBe(text);
});
