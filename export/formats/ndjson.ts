import { relationOfId } from '../../import/identity.ts';
import { outletsAsSaid, statementAsSaid } from '../../import/write/as-said.ts';
import type { StoredDocumentRow } from '../../import/write/document-questions.ts';
import type { StoredEntityRow } from '../../import/write/entity-questions.ts';
import { type ToldRow, toldOfEntity } from '../../import/write/redirect-questions.ts';
import { statementRecord } from '../../import/write/statement-record.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { ExportedRelation, Source } from '../source.ts';

/**
 * What an import takes to make the same graph: a record a line, each with the dataset that says so.
 * What is derived is left out, as it follows; what is merged is told under the keys under which it was
 * said. An excerpt says that it is one, so that an import of it
 * retracts nothing.
 */
export async function* ndjson(source: Source): AsyncGenerator<string> {
  const told = (dataset: string) => source.told?.has(dataset) ?? true;
  for (const dataset of await source.datasets()) {
    yield line('dataset', { ...dataset, partial: source.complete ? null : true });
  }
  for await (const entity of source.entities()) {
    for (const [dataset, record] of await recordsOf(entity, source)) {
      if (told(dataset)) yield line('entity', { dataset, ...record });
    }
  }
  for await (const document of source.documents()) yield line('document', documentRecord(document));
  for await (const statement of source.statements()) {
    const { dataset } = statement;
    yield line('statement', { dataset, ...statementRecord(statementAsSaid(statement)) });
  }
  for await (const relation of source.relations()) {
    for (const { dataset, period, said } of givenBy(relation)) {
      const { type, from, to, role } = relationOfId(said);
      if (told(dataset)) yield line('relation', { dataset, type, from, to, role, period });
    }
  }
}

function line(kind: string, record: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ kind, ...record }, (_, value) => value ?? undefined)}\n`;
}

type Told = Pick<ToldRow, 'datasets' | 'records'>;

async function recordsOf({ key, properties }: StoredEntityRow, { client }: Source) {
  const merged = properties.ownDatasets !== undefined;
  const told: readonly Told[] = merged
    ? await client.read(compileQuestion(toldOfEntity, key))
    : [properties as unknown as Told];
  return told.flatMap(({ datasets, records }) =>
    datasets.map((dataset, index) => [dataset, JSON.parse(records[index] ?? '{}')] as const),
  );
}

function documentRecord(document: StoredDocumentRow) {
  const { key, properties, inDataset } = document;
  const { publisher, basedOn } = outletsAsSaid(document);
  const { title, titleInferred, language, url, publishedAt, textSha256, textLength } = properties;
  return {
    ...{ dataset: inDataset, key, title, titleInferred, language, url, publishedAt, publisher },
    ...{ basedOn: [...basedOn].sort(), textSha256, textLength },
  };
}

function givenBy({ id, properties }: ExportedRelation) {
  const {
    datasets = [],
    datasetPeriods = [],
    datasetSaid = [],
  } = properties as {
    readonly datasets?: readonly string[];
    readonly datasetPeriods?: readonly string[];
    readonly datasetSaid?: readonly string[];
  };
  return datasets.map((dataset, index) => ({
    ...{ dataset, period: datasetPeriods[index] || null, said: datasetSaid[index] ?? id },
  }));
}
