import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Checked } from '../check/checked.ts';
import type { DatasetRecord } from '../check/records.ts';
import {
  type DatasetWriteRow,
  finishDatasets,
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
}

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
  const known = new Set([...datasets.keys()].filter((key) => storedByKey.has(key)));
  const moved = [...known].filter((key) => precedences.get(key) !== datasets.get(key)?.precedence);
  for (const { key, precedence } of datasets.values()) precedences.set(key, precedence);
  return { outcomes: [], standing: { precedences, known, moved } satisfies StandingOfDatasets };
}

/** The last step: a dataset whose import was cut short keeps its earlier revision. */
export async function finishInputDatasets(
  run: Run,
  { datasets, revisions }: Pick<Checked, 'datasets' | 'revisions'>,
) {
  const rows = [...datasets.keys()].map((key) => ({ key, revision: String(revisions.get(key)) }));
  await run(compileQuestion(finishDatasets, rows));
  return { outcomes: [] };
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
  const { revision: _, importedAt: __, ...described } = stored.properties;
  return sameProperties(properties, described);
}

function precedenceOf({ precedence }: Readonly<Record<string, unknown>>): number {
  return typeof precedence === 'number' ? precedence : 100;
}
