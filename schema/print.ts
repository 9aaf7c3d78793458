import { writeFileSync } from 'node:fs';
import { ontology } from './ontology/ontology.ts';
import { printedFiles } from './printed.ts';

for (const [name, text] of Object.entries(printedFiles(ontology))) {
  writeFileSync(new URL(name, import.meta.url), text);
}
