import type { Ontology } from '../schema/ontology/define.ts';
import { UserInputError } from '../src/errors.ts';
import type { GraphReader } from '../src/graph/client.ts';
import { cypherScript } from './formats/cypher/cypher.ts';
import { ndjson } from './formats/ndjson.ts';
import { type Part, scopeOf } from './part.ts';
import { whileSettled } from './settled.ts';
import { type Source, sourceOf } from './source.ts';
import { writeToFile, writeToOutput } from './write-out.ts';

type Text = AsyncIterable<string>;

/** Formats of one text. */
const texts: Readonly<Record<string, (source: Source) => Text>> = {
  ndjson,
  cypher: cypherScript,
};

export const formats = [...Object.keys(texts)];

export interface ExportOptions extends Part {
  readonly client: GraphReader;
  readonly ontology: Ontology;
  readonly format: string;
  /** A file, or a folder where the format is several tables; undefined for standard output. */
  readonly out?: string | undefined;
}

/** Writes the graph, or a part of it. Throws a UserInputError that says what to change. */
export async function exportGraph({ client, ontology, format, out, ...part }: ExportOptions) {
  const text = texts[format];
  if (!text) throw new UserInputError(`"${format}" is no format: one of ${formats.join(', ')}.`);
  await whileSettled(client, async () => {
    const source = sourceOf({ client, ontology }, await scopeOf({ client, ontology }, part));
    if (out === undefined) await writeToOutput(text(source));
    else await writeToFile(out, text(source));
  });
}
