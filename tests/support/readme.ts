import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The GraphQL queries that a page prints, with their answers. */
export function queriesOf(file: string) {
  return [...read(file).matchAll(/```graphql\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(
    ([, query = '', answer = '']) => ({ file, query, answer }),
  );
}

/** Those over the bundled data. */
export const printedQueries = ['README.md', 'docs/questions.md'].flatMap(queriesOf);

/** The shell commands that a page prints, block by block. */
export function commandsOf(file: string): string[] {
  return [...read(file).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
}

/** The README's Cypher, as one would paste it into Neo4j Browser. */
export const readmeCypher = [...read('README.md').matchAll(/```cypher\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);
