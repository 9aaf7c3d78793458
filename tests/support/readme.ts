import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The GraphQL queries that the documentation prints, with their answers. */
export const printedQueries = ['README.md', 'docs/questions.md'].flatMap((file) =>
  [...read(file).matchAll(/```graphql\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(
    ([, query = '', answer = '']) => ({ file, query, answer }),
  ),
);

/** The README's Cypher, as one would paste it into Neo4j Browser. */
export const readmeCypher = [...read('README.md').matchAll(/```cypher\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);
