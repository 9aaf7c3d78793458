import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ontology } from '../../schema/ontology/ontology.ts';
import { datasetKey, datasetTitle, NewsGraph } from '../graph/news-graph.ts';
import { makeRelations } from '../graph/relations.ts';
import type { GraphSize } from '../graph/size.ts';
import type { InputKind } from './input-size.ts';

/** Writes a graph as NDJSON of the import: entities first, then what is said of them. */
export async function writeInput(kind: InputKind, size: GraphSize, path: string): Promise<void> {
  await pipeline(linesOf(kind, size), createWriteStream(path));
}

function* linesOf(kind: InputKind, size: GraphSize): Generator<string> {
  const graph = new NewsGraph(size, ontology);
  yield line('dataset', { key: datasetKey, title: datasetTitle });
  for (const record of graph.entities.records) yield line('entity', record);
  if (kind === 'relations') {
    const { records } = graph.entities;
    for (const { type, from, to, role } of makeRelations(size, graph.entities, ontology)) {
      yield line('relation', { type, from: records[from]?.key, to: records[to]?.key, role });
    }
    return;
  }
  for (const record of graph.documents()) yield line('document', record);
  for (const about of graph.relations()) {
    for (const record of about) yield line('statement', record);
  }
  for (const record of graph.attributes()) yield line('statement', record);
}

function line(kind: string, record: object): string {
  return `${JSON.stringify({ kind, ...record })}\n`;
}
