import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { SourceCounts } from '../read/foreign/source-counts.ts';
import type { Input } from '../read/reading.ts';
import type { Spools } from '../spool.ts';
import type { Accepting } from './accepting.ts';
import { findChangedCopies } from './changed-copies.ts';
import { checkDocuments } from './check-documents.ts';
import { checkEntities } from './check-entities.ts';
import { checkRelations } from './check-relations.ts';
import { checkStatements } from './check-statements.ts';
import type { Checked } from './checked.ts';
import type { CheckContext } from './context.ts';
import type { Copies } from './copies.ts';
import type { DatasetsOfInputs, Refusal, Refuse } from './gather.ts';
import { GivenRelations } from './given-relations.ts';
import { Keeping } from './keeping.ts';
import { KnownEntities } from './known-entities.ts';
import type { DatasetRecord } from './records.ts';
import { digestOf, Revision } from './revision.ts';

export interface CheckOptions {
  readonly ontology: Ontology;
  readonly client: GraphReader;
  readonly spools: Spools;
  readonly copies: Copies;
  readonly inputs: readonly Input[];
  /** By input. */
  readonly datasets: DatasetsOfInputs;
  /** What was refused while reading. */
  readonly refusals: readonly Pick<Refusal, 'input' | 'kind' | 'value'>[];
  readonly refuse: Refuse;
  readonly sources: SourceCounts;
  readonly accepting?: Accepting | undefined;
  readonly onChecked: (count: number) => void;
}

/** Checks what was gathered against itself and the graph, and returns what may be written. */
export async function check(options: CheckOptions): Promise<Checked> {
  const { ontology, client, spools, copies, sources, accepting, onChecked } = options;
  const keeping = new Keeping(ontology);
  const { datasets, datasetOf, incomplete } = await datasetsOf(options);
  for (const key of incomplete) keeping.keep(key, null, null);
  for (const { key, partial } of datasets.values()) if (partial) keeping.keep(key, null, null);
  const revisions = new Map(
    [...datasets].map(([key, record]) => {
      const revision = new Revision();
      revision.add(digestOf('dataset', record));
      return [key, revision] as const;
    }),
  );
  const checked: Checked = {
    ...{ datasets, datasetOf, keeping, passagesChecked: 0, passagesNotAtHand: 0 },
    ...{ entities: new Map(), documents: new Map(), revisions },
    relations: new GivenRelations(spools.given),
  };
  const remember = ({ input, kind, value }: Pick<Refusal, 'input' | 'kind' | 'value'>) => {
    const isOfAny = kind === null || kind === 'dataset' || !datasetOf[input];
    // What could not be told may be of any dataset of its file.
    const parts = isOfAny
      ? datasetOf.filter((_, part) => options.inputs[part] === options.inputs[input])
      : [datasetOf[input]];
    for (const dataset of parts) if (dataset) keeping.keep(dataset, kind, value);
  };
  options.refusals.forEach(remember);
  const refuse: Refuse = async (refusal) => {
    remember(refusal);
    await options.refuse(refusal);
  };
  const known = new KnownEntities(client, checked);
  const shared = { ontology, client, spools, copies, checked, known, refuse, revisions };
  const context: CheckContext = { ...shared, sources, accepting, onChecked };
  noteRefused(options.refusals, known);
  await checkEntities(context);
  await checkDocuments(context);
  await findChangedCopies(context);
  await checkStatements(context);
  await checkRelations(context);
  return checked;
}

/** Several inputs may be parts of one dataset, as long as they describe it alike. */
async function datasetsOf({ inputs, datasets: given, refuse }: CheckOptions) {
  const datasets = new Map<string, DatasetRecord>();
  const datasetOf: (string | null)[] = [];
  const incomplete: string[] = [];
  for (const [input, record] of given.entries()) {
    if (record === undefined) {
      datasetOf.push(null);
      continue;
    }
    const known = record && datasets.get(record.key);
    const clashes = known && digestOf(known) !== digestOf(record);
    datasetOf.push(record === null || clashes ? null : record.key);
    if (record && !known) datasets.set(record.key, record);
    const file = inputs[input]?.path ?? '';
    const position = { file, line: 1, pointer: '' };
    const refusal = { input, kind: 'dataset', value: record, position, path: '', line: 1 };
    if (clashes) {
      incomplete.push(record.key);
      const message = `another input describes the dataset ${record.key} differently; nothing of this one is loaded`;
      await refuse({ ...refusal, code: 'DUPLICATE_KEY', message });
    } else if (record === null) {
      const message = 'its dataset is not known, so nothing of it is loaded';
      await refuse({ ...refusal, code: 'NO_DATASET', message });
    }
  }
  return { datasets, datasetOf, incomplete };
}

function noteRefused(refusals: CheckOptions['refusals'], known: KnownEntities): void {
  for (const { kind, value, ...rest } of refusals) {
    const key: unknown = kind === 'entity' ? Object(value).key : undefined;
    const { position } = rest as Partial<Refusal>;
    if (typeof key === 'string' && position) known.refuse(key, `${position.file}:${position.line}`);
  }
}
