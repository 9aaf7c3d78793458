import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The README's GraphQL queries with the answers that it prints. */
export const readmeQueries = [
  ...readme.matchAll(/```graphql\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g),
].map(([, query = '', answer = '']) => ({ query, answer }));

/** The README's Cypher, as one would paste it into Neo4j Browser. */
export const readmeCypher = [...readme.matchAll(/```cypher\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);
