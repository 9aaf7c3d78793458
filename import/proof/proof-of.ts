import { resolve } from 'node:path';
import type { Ontology } from '../../schema/ontology/define.ts';
import { emptyReader } from '../../src/graph/reader.ts';
import { check } from '../check/check.ts';
import type { Checked } from '../check/checked.ts';
import { Copies, readCopies } from '../check/copies.ts';
import { gather } from '../check/gather.ts';
import type { DatasetRecord, DocumentRecord, StatementRecord } from '../check/records.ts';
import { recordSchemas } from '../check/schemas.ts';
import { SourceCounts } from '../read/foreign/source-counts.ts';
import { inputsAt } from '../read/inputs.ts';
import { Refusals } from '../rejects/refusals.ts';
import type { Reject } from '../report/report.ts';
import { type Spools, withSpools } from '../spool.ts';

/** What datasets say, checked as an import would check it before an empty graph. */
export interface Proof {
  readonly datasets: readonly DatasetRecord[];
  readonly documents: readonly ReadDocument[];
  /** By key: in English, else in German. */
  readonly names: ReadonlyMap<string, string>;
  readonly rejects: readonly Reject[];
}

export interface ReadDocument {
  readonly document: DocumentRecord;
  /** In the order of their passages. */
  readonly statements: readonly StatementRecord[];
  /** Code points of the reader's own copy; null where there is none. */
  readonly text: readonly string[] | null;
}

export interface ProofOptions {
  readonly ontology: Ontology;
  readonly paths: readonly string[];
  /** Datasets that describe entities of which the others speak. */
  readonly beside: readonly string[];
  readonly documents?: string | undefined;
}

export async function proofOf({ ontology, paths, beside, documents }: ProofOptions) {
  const sources = new SourceCounts();
  const own = await inputsAt(paths, { ontology, sources });
  const known = new Set(own.map(({ path }) => resolve(path)));
  const others = await inputsAt(beside, { ontology, sources });
  const inputs = [...own, ...others.filter(({ path }) => !known.has(resolve(path)))];
  const copies = documents === undefined ? new Copies() : await readCopies(documents);
  const refusals = new Refusals(inputs, false);
  return withSpools(async (spools): Promise<Proof> => {
    const schemas = recordSchemas(ontology);
    const datasets = await gather(inputs, schemas, spools, refusals.refuse, () => {});
    const checked = await check({
      ...{ ontology, client: emptyReader, spools, copies, inputs, datasets, sources },
      ...{ refusals: [...refusals.known], refuse: refusals.refuse, onChecked: () => {} },
    });
    const parts = inputs.map(({ path }, index) => (known.has(resolve(path)) ? index : []));
    const keys = new Set(parts.flat().map((index) => checked.datasetOf[index] ?? ''));
    return {
      datasets: [...checked.datasets.values()].filter(({ key }) => keys.has(key)),
      documents: await documentsOf(keys, checked, spools, copies),
      names: await namesOf(checked, spools),
      rejects: refusals.first,
    };
  });
}

async function documentsOf(
  datasets: ReadonlySet<string>,
  { documents }: Checked,
  spools: Spools,
  copies: Copies,
): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  for (const { dataset, ref, statements, copySha256 } of documents.values()) {
    if (!datasets.has(dataset)) continue;
    const [entry] = await spools.document.read([ref]);
    if (!entry) continue;
    const entries = await spools.statement.read([...statements.values()]);
    const inOrder = entries.map(({ record }) => record).sort((a, b) => startOf(a) - startOf(b));
    const text = await copies.text(copySha256);
    read.push({ document: entry.record, statements: inOrder, text });
  }
  return read;
}

function startOf({ passage }: StatementRecord): number {
  return passage?.start ?? Number.POSITIVE_INFINITY;
}

async function namesOf({ entities }: Checked, spools: Spools): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [key, { records }] of entities) {
    const entries = await spools.entity.read([...records.values()].map(({ ref }) => ref));
    const described = entries.map(({ record }) => record);
    const name =
      described.find(({ nameEn }) => nameEn !== undefined)?.nameEn ??
      described.find(({ nameDe }) => nameDe !== undefined)?.nameDe;
    names.set(key, name ?? key);
  }
  return names;
}
