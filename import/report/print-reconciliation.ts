import type { ReconciliationReport } from '../redirects/reconcile.ts';
import { printedConflicts } from './print-conflicts.ts';
import { countsTable } from './print-report.ts';

export function printedReconciliation(
  { byKind, conflicts }: ReconciliationReport,
  done: string,
  what: string,
  dryRun: boolean,
): string {
  const end = dryRun ? 'A dry run: nothing was written' : done;
  return [countsTable({ byKind }), printedConflicts(conflicts, dryRun), `${end} (${what}).`].join(
    '\n\n',
  );
}
