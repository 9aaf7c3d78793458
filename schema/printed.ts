import { readFileSync } from 'node:fs';
import { outputIntrospectionFile } from '@gql.tada/internal';
import { type GraphQLSchema, introspectionFromSchema, printSchema } from 'graphql';
import { apiPage } from './api-page.ts';
import { constraints } from './constraints.ts';
import { buildSchema } from './graphql/schema.ts';
import type { Ontology } from './ontology/define.ts';
import { ontologyTable } from './ontology-table.ts';

const readme = new URL('../README.md', import.meta.url);

/** The committed files that follow from an ontology, with the text that they must have. */
export function printedFiles(ontology: Ontology): readonly { file: URL; text: string }[] {
  const schema = buildSchema(ontology);
  return [
    { file: new URL('schema.graphql', import.meta.url), text: `${printSchema(schema)}\n` },
    { file: new URL('../docs/api.md', import.meta.url), text: apiPage(schema) },
    {
      file: new URL('../explorer/src/graphql/schema-types.d.ts', import.meta.url),
      text: queryTypes(schema),
    },
    {
      file: new URL('constraints.cypher', import.meta.url),
      text: constraints(ontology)
        .map((statement) => `${statement};\n`)
        .join(''),
    },
    { file: readme, text: withTable(readFileSync(readme, 'utf8'), ontologyTable(ontology)) },
  ];
}

/** What gql.tada types the queries of the explorer from. */
function queryTypes(schema: GraphQLSchema): string {
  const introspection = introspectionFromSchema(schema, { descriptions: false });
  return outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
}

function withTable(text: string, table: string): string {
  return text.replace(
    /<!-- ontology -->[\s\S]*<!-- \/ontology -->/,
    `<!-- ontology -->\n${table}\n<!-- /ontology -->`,
  );
}
