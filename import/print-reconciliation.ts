import { printedConflicts } from './print-conflicts.ts';
import { countsTable } from './print-report.ts';
import type { ReconciliationReport } from './redirects/reconcile.ts';

export function printedReconciliation(
  { byKind, conflicts }: ReconciliationReport,
  done: string,
  dryRun: boolean,
): string {
  const end = dryRun ? `A dry run: nothing was written. (${done}.)` : `${done}.`;
  return [countsTable({ byKind }), printedConflicts(conflicts, dryRun), end].join('\n\n');
}
