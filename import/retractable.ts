import { z } from 'zod';
import { cypher, parameter } from '../src/graph/cypher.ts';
import { compileQuestion, question } from '../src/graph/question.ts';
import type { GraphReader } from '../src/graph/reader.ts';
import { closest } from './check/closest.ts';
import { ImportError } from './import-error.ts';

const Retractable = z.object({
  kind: z.enum(['document', 'dataset']),
  key: z.string(),
  dataset: z.string(),
  /** Of the dataset; null where an import of it has not come to its end. */
  revision: z.string().nullable(),
  /** Whether it was retracted before, and nothing is left to do. */
  retracted: z.boolean(),
});
/** A document or a dataset that the graph has, or has had until it was retracted. */
export type Retractable = z.infer<typeof Retractable>;
export type RetractableKind = Retractable['kind'];

/** What a key stands for. Throws an ImportError where that is nothing, or two things. */
export async function retractableOf(
  client: GraphReader,
  key: string,
  kind?: RetractableKind,
): Promise<Retractable> {
  const rows = await client.read(compileQuestion(retractables, key));
  const found = rows.filter((row) => row.kind === (kind ?? row.kind));
  const live = found.filter(({ retracted }) => !retracted);
  const [one, other] = live.length > 0 ? live : found;
  if (!one) throw new ImportError(await unknownKey(client, key, kind));
  if (other && other.kind !== one.kind) {
    throw new ImportError(
      `"${key}" is a document and a dataset: add --as document or --as dataset.`,
    );
  }
  return one;
}

const retractables = question<string, Retractable>({
  name: 'import: what a key stands for',
  row: Retractable,
  ask: (key) => cypher`
MATCH (d:Document {key: ${parameter('key', key)}})
OPTIONAL MATCH (of:Dataset {key: d.dataset})
RETURN 'document' AS kind, d.key AS key, d.dataset AS dataset, of.revision AS revision, false AS retracted
UNION
MATCH (d:Dataset {key: ${parameter('key', key)}})
RETURN 'dataset' AS kind, d.key AS key, d.key AS dataset, d.revision AS revision,
  d.retractedAt IS NOT NULL AS retracted
UNION
MATCH (d:Dataset)
WHERE ${parameter('key', key)} IN d.retractedDocuments
RETURN 'document' AS kind, ${parameter('key', key)} AS key, d.key AS dataset, d.revision AS revision, true AS retracted`,
});

async function unknownKey(client: GraphReader, key: string, kind?: RetractableKind) {
  let meant: string | null = null;
  for (let after = ''; ; ) {
    const page = await client.read(compileQuestion(retractableKeys, { after, kind: kind ?? null }));
    const last = page.at(-1);
    if (!last) break;
    const known = [...new Set(page.map((row) => row.key))];
    meant = closest(key, [...(meant === null ? [] : [meant]), ...known]);
    after = last.key;
  }
  const what = kind ?? 'document or dataset';
  const hint = meant === null ? 'npm run import -- datasets lists what is there.' : '';
  const suggestion = meant === null ? hint : `Did you mean ${meant}?`;
  return `The graph has no ${what} "${key}". ${suggestion}`;
}

interface KeyPage {
  readonly after: string;
  readonly kind: RetractableKind | null;
}

const retractableKeys = question<KeyPage, { key: string }>({
  name: 'import: keys that can be retracted',
  row: z.object({ key: z.string() }),
  ask: ({ after, kind }) => cypher`
CALL () {
  MATCH (d:Document)
  WHERE d.key > ${parameter('after', after)} AND coalesce(${parameter('kind', kind)}, 'document') = 'document'
  RETURN d.key AS key ORDER BY key LIMIT 5000
  UNION
  MATCH (d:Dataset)
  WHERE d.key > ${parameter('after', after)} AND coalesce(${parameter('kind', kind)}, 'dataset') = 'dataset'
  RETURN d.key AS key ORDER BY key LIMIT 5000
}
RETURN key
ORDER BY key
LIMIT 5000`,
});
