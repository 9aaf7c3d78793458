import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { exportGraph } from '../../../../export/export.ts';
import type { Part } from '../../../../export/part.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import type { GraphClient } from '../../../../src/graph/client.ts';

/** The path of a file with the graph, or a part of it, which goes with the test. */
export async function exportedFile(client: GraphClient, format: string, part: Part = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const out = join(folder, `graph.${format}`);
  await exportGraph({ client, ontology, format, out, ...part });
  return out;
}

export async function exportedText(client: GraphClient, format: string, part: Part = {}) {
  return readFile(await exportedFile(client, format, part), 'utf8');
}
