import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { pageQueries, savedQuery } from './page-queries.ts';

const files = pageQueries()
  .map(savedQuery)
  .map(({ name, text }) => [name, strToU8(text)] as const);

// The same page is the same archive, whenever it is packed.
const archive = zipSync(Object.fromEntries(files), { mtime: '1980-01-02' });
writeFileSync(new URL('saved-queries.zip', import.meta.url), archive);
