import type { DocumentOfStatement } from '../../import/write/statement-state.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { CsvFolder } from './csv-folder.ts';
import { Mentions } from './mentions.ts';
import { NodeIds } from './node-ids.ts';

/** What the steps of writing a graph share. */
export interface GraphFiles {
  readonly ontology: Ontology;
  readonly csv: CsvFolder;
  readonly ids: NodeIds;
  readonly mentions: Mentions;
  /** What statements take over from their documents, by key. */
  readonly documents: Map<string, DocumentOfStatement>;
}

export function graphFiles(ontology: Ontology, folder: string): GraphFiles {
  return {
    ...{ ontology, csv: new CsvFolder(folder), ids: new NodeIds() },
    ...{ mentions: new Mentions(), documents: new Map() },
  };
}
