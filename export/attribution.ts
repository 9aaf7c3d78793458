import type { ExportedDataset } from './dataset-question.ts';

/** Whose work the exported graph is, and under which licence: a line for each dataset. */
export function attributionLines(datasets: readonly ExportedDataset[]): string[] {
  return datasets.map(({ key, title, licence, source }) => {
    const parts = [
      `Dataset ${key}: ${title}`,
      licence === null ? 'no licence given' : `licence ${licence}`,
      ...(source === null ? [] : [`source: ${source}`]),
    ];
    return parts.join(' · ').replace(/\p{Cc}|\u2028|\u2029/gu, ' ');
  });
}
