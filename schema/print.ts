import { writeFileSync } from 'node:fs';
import { ontology } from './ontology/ontology.ts';
import { printedFiles } from './printed.ts';

for (const { file, text } of printedFiles(ontology)) writeFileSync(file, text);
