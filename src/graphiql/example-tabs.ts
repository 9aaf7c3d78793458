import { readdirSync, readFileSync } from 'node:fs';

/** A worked example that GraphiQL opens with. */
export interface ExampleTab {
  readonly name: string;
  readonly query: string;
}

/** In the order of the file names. */
export function exampleTabs(): ExampleTab[] {
  const folder = new URL('./tabs/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      name: file.replace('.graphql', ''),
      query: readFileSync(new URL(file, folder), 'utf8'),
    }));
}
