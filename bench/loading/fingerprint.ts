import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEO4J_VERSION } from '../../src/local/cache-folder.ts';
import type { GraphSize } from '../graph/size.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** All that decides what lies in a loaded graph. */
const sources = [
  ...[
    'bench/graph',
    'bench/loading',
    'import/bulk',
    'import/write',
    'import/identity.ts',
    'import/merge.ts',
  ],
  ...['schema/claims', 'schema/text', 'schema/ontology', 'schema/constraints.ts'],
];

/** Changes with the generator, with the model, with Neo4j and with the size: 12 hexadecimal digits. */
export function fingerprint(size: GraphSize): string {
  const hash = createHash('sha256').update(JSON.stringify([NEO4J_VERSION, size]));
  for (const file of sources.flatMap(filesBelow))
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(path, file));
}
