import type { Ontology } from '../schema/ontology/define.ts';
import { UserInputError } from '../src/errors.ts';
import type { GraphReader } from '../src/graph/reader.ts';
import { csv } from './formats/csv.ts';
import { cypherScript } from './formats/cypher/cypher.ts';
import { graphml } from './formats/graphml.ts';
import { jsonld } from './formats/jsonld/jsonld.ts';
import { ndjson } from './formats/ndjson.ts';
import { type Part, scopeOf } from './part.ts';
import { whileSettled } from './settled.ts';
import { type Source, sourceOf } from './source.ts';
import { writeToFile, writeToFolder, writeToOutput } from './write-out.ts';

type Text = AsyncIterable<string>;

/** Formats of one text. */
const texts: Readonly<Record<string, (source: Source) => Text>> = {
  ndjson,
  cypher: cypherScript,
  graphml,
  jsonld,
};

export const formats = [...Object.keys(texts), 'csv'];

export interface ExportOptions extends Part {
  readonly client: GraphReader;
  readonly ontology: Ontology;
  readonly format: string;
  /** A file, or a folder where the format is several tables; undefined for standard output. */
  readonly out?: string | undefined;
}

/** Writes the graph, or a part of it. Throws a UserInputError that says what to change. */
export async function exportGraph({ client, ontology, format, out, ...part }: ExportOptions) {
  const write = writerOf(format, out);
  await whileSettled(client, async () => {
    const scope = await scopeOf({ client, ontology }, part);
    await write(sourceOf({ client, ontology }, scope));
  });
}

function writerOf(format: string, out: string | undefined): (source: Source) => Promise<void> {
  if (format === 'csv') {
    if (out !== undefined) return (source) => writeToFolder(out, csv(source));
    throw new UserInputError('csv is a table for each type: name a folder for them with --out.');
  }
  const text = texts[format];
  if (!text) throw new UserInputError(`"${format}" is no format: one of ${formats.join(', ')}.`);
  if (out === undefined) return (source) => writeToOutput(text(source));
  return (source) => writeToFile(out, text(source));
}
