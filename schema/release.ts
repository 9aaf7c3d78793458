import { writeFileSync } from 'node:fs';
import { parse, print, printSchema, visit } from 'graphql';
import manifest from '../package.json' with { type: 'json' };
import { buildSchema } from './graphql/schema.ts';
import { ontology } from './ontology/ontology.ts';

const silent = visit(parse(printSchema(buildSchema(ontology))), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
});

writeFileSync(
  new URL('released.graphql', import.meta.url),
  `# What version ${manifest.version} promises to its clients.\n\n${print(silent)}\n`,
);
