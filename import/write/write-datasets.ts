import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Checked } from '../check/checked.ts';
import type { DatasetRecord } from '../check/records.ts';
import { digestOf } from '../check/revision.ts';
import {
  type DatasetWriteRow,
  finishDatasets,
  markUnfinished,
  type StoredDatasetRow,
  storedDatasets,
  writeDatasets,
} from './dataset-questions.ts';
import { sameProperties } from './writing.ts';

export interface StandingOfDatasets {
  readonly precedences: ReadonlyMap<string, number>;
  /** Datasets of the input that the graph knows. */
  readonly known: ReadonlySet<string>;
  /** Those of them that now stand before or behind others. */
  readonly moved: readonly string[];
  readonly before: Before;
}

/** Datasets of the graph as they were when the import began. */
export type Before = ReadonlyMap<string, StoredDatasetRow['properties']>;

/** Of the datasets of the graph. */
export async function standingOfDatasets(run: Run) {
  const stored = await run(compileQuestion(storedDatasets, {}));
  const precedences = new Map(stored.map(({ key, properties }) => [key, precedenceOf(properties)]));
  return { outcomes: [], stored, precedences };
}

/** Writes what describes the datasets of the input. */
export async function writeInputDatasets(run: Run, { datasets }: Pick<Checked, 'datasets'>) {
  const { stored, precedences } = await standingOfDatasets(run);
  const storedByKey = new Map(stored.map((row) => [row.key, row]));
  const rows = [...datasets.values()].map(datasetRow);
  const changed = rows.filter((row) => !sameDataset(row, storedByKey.get(row.key)));
  if (changed.length > 0) await run(compileQuestion(writeDatasets, changed));
  const partial = [...datasets.values()].filter((dataset) => dataset.partial);
  const added = partial.map(({ key }) => key).filter((key) => storedByKey.has(key));
  if (added.length > 0) await run(compileQuestion(markUnfinished, added));
  const known = new Set([...datasets.keys()].filter((key) => storedByKey.has(key)));
  const moved = [...known].filter((key) => precedences.get(key) !== datasets.get(key)?.precedence);
  for (const { key, precedence } of datasets.values()) precedences.set(key, precedence);
  const before = new Map(stored.map(({ key, properties }) => [key, properties]));
  const standing: StandingOfDatasets = { precedences, known, moved, before };
  return { outcomes: [], standing };
}

/**
 * The last step: a dataset whose import was cut short keeps its earlier revision.
 * `hasChanged`: whether the import has changed anything.
 */
export async function finishInputDatasets(
  run: Run,
  { datasets, revisions }: Pick<Checked, 'datasets' | 'revisions'>,
  { before, hasChanged }: { readonly before: Before; readonly hasChanged: boolean } = afterNothing,
) {
  const rows = [...datasets.values()].map((dataset) => {
    const revision = String(revisions.get(dataset.key));
    const stored = before.get(dataset.key);
    return {
      key: dataset.key,
      revision: dataset.partial ? revisionWith(revision, stored, hasChanged) : revision,
    };
  });
  await run(compileQuestion(finishDatasets, rows));
  return { outcomes: [] };
}

/** Where the graph held no dataset. */
const afterNothing = { before: new Map(), hasChanged: true };

/** Of a dataset to which something was added: it is what it was and that, whatever came in between. */
function revisionWith(
  added: string,
  { revision, unfinished }: StoredDatasetRow['properties'] = {},
  hasChanged: boolean,
): string {
  if (typeof revision !== 'string') return added;
  return hasChanged || unfinished ? digestOf('added', revision, added) : revision;
}

function datasetRow({ key, title, ...record }: DatasetRecord): DatasetWriteRow {
  const properties = {
    ...{ key, title, name: title, titleDe: record.titleDe ?? null },
    ...{ licence: record.licence ?? null, source: record.source ?? null },
    description: record.description ?? null,
    descriptionDe: record.descriptionDe ?? null,
    precedence: record.precedence,
  };
  return { key, properties };
}

function sameDataset({ properties }: DatasetWriteRow, stored: StoredDatasetRow | undefined) {
  if (!stored) return false;
  const { revision: _, importedAt: __, unfinished: ___, ...described } = stored.properties;
  return sameProperties(properties, described);
}

function precedenceOf({ precedence }: Readonly<Record<string, unknown>>): number {
  return typeof precedence === 'number' ? precedence : 100;
}
