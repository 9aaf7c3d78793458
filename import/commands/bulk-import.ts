import { withNewGraph } from '../../src/new-graph.ts';
import { type BulkImportOptions, importBulk } from '../bulk/import-bulk.ts';
import type { ImportReport } from '../report/report.ts';

/** Fills the empty managed database that the environment means. `say` is called with each step of it. */
export function bulkImport(
  options: Omit<BulkImportOptions, 'database'>,
  say: (message: string) => void,
): Promise<ImportReport> {
  const { signal } = options;
  return withNewGraph(process.env, { say, signal }, (database) =>
    importBulk({ ...options, database }),
  );
}
