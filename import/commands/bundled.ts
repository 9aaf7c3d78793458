import { fileURLToPath } from 'node:url';

/** The folder of a dataset that comes with the product; of all of them for an empty text. */
export function bundled(dataset: string): string {
  return fileURLToPath(new URL(`../data/${dataset}`, import.meta.url));
}
