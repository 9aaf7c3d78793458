import { printSchema } from 'graphql';
import { constraints } from './constraints.ts';
import { buildSchema } from './graphql/schema.ts';
import type { Ontology } from './ontology/define.ts';

/** The files that show what an ontology gives, by name. They are committed, and must not be stale. */
export function printedFiles(ontology: Ontology): Readonly<Record<string, string>> {
  return {
    'schema.graphql': `${printSchema(buildSchema(ontology))}\n`,
    'constraints.cypher': constraints(ontology)
      .map((statement) => `${statement};\n`)
      .join(''),
  };
}
