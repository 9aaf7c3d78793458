import { readdirSync, readFileSync } from 'node:fs';
import { parse, print, separateOperations } from 'graphql';

/** The GraphQL operations that the tools ask, by name, each with the fragments that it uses. */
export const operations: ReadonlyMap<string, string> = readOperations();

function readOperations(): Map<string, string> {
  const folder = new URL('./operations/', import.meta.url);
  const text = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  return new Map(
    Object.entries(separateOperations(parse(text, { noLocation: true }))).map(
      ([name, document]) => [name, print(document)],
    ),
  );
}
