import { printedConflicts } from './print-conflicts.ts';
import { sourceLines } from './print-sources.ts';
import { printedTable } from './printed-table.ts';
import { type ImportReport, type Reject, reportKinds } from './report.ts';

const shownRejects = 50;

/** What an import did, for people. */
export function printedReport(report: ImportReport, dryRun: boolean): string {
  return [
    ...(report.stopped ? [] : [countsTable(report), '']),
    ...sourceLines(report.sources),
    ...conflictLines(report, dryRun),
    ...rejectLines(report),
    ...passageLines(report),
    summaryLine(report, dryRun),
  ].join('\n');
}

/** What became of each kind of record. */
export function countsTable({
  byKind,
  rejectedByKind,
}: Pick<ImportReport, 'byKind'> & Partial<Pick<ImportReport, 'rejectedByKind'>>): string {
  const columns = ['created', 'updated', 'unchanged', 'retracted'] as const;
  const rejected = (kind: keyof ImportReport['rejectedByKind']) =>
    rejectedByKind ? [rejectedByKind[kind]] : [];
  const other = rejected('other').filter((count) => count > 0);
  return printedTable([
    ['', ...columns, ...(rejectedByKind ? ['rejected'] : [])],
    ...reportKinds.map((kind) => [
      ...[plurals[kind], ...columns.map((column) => byKind[kind][column])],
      ...rejected(kind),
    ]),
    ...other.map((count) => ['other', 0, 0, 0, 0, count]),
  ]);
}

function conflictLines({ stopped, conflicts }: ImportReport, dryRun: boolean): string[] {
  if (stopped || (conflicts.length === 0 && !dryRun)) return [];
  return [printedConflicts(conflicts, dryRun), ''];
}

const plurals = {
  ...{ entity: 'entities', document: 'documents' },
  ...{ statement: 'statements', relation: 'relations' },
} as const;

function rejectLines({ rejects, rejected, rejectFiles }: ImportReport): string[] {
  if (rejected === 0) return [];
  const shown = rejects.slice(0, shownRejects).map(rejectLine);
  const where = rejectFiles.length > 0 ? ` in ${rejectFiles.join(', ')}` : '';
  const more = rejected - shown.length;
  const rest = more > 0 ? `and ${more} more${where}` : `with the records${where}`;
  return [`${rejected} rejected:`, ...shown, ...(more > 0 || where ? [rest] : []), ''];
}

export function rejectLine({ file, line, path, code, message }: Reject): string {
  return `${file}:${line} ${path} ${code} ${message}`;
}

function passageLines(report: ImportReport): string[] {
  const { passagesChecked, passagesNotAtHand, changedCopies } = report;
  if (passagesChecked === 0) return [];
  return [
    `${passagesChecked} passages checked, ${passagesNotAtHand} without a copy at hand.`,
    ...changedCopies.map((key) => `The copy of ${key} is not the text that was read.`),
  ];
}

function summaryLine(report: ImportReport, dryRun: boolean): string {
  const { created, updated, retracted, stopped, datasets } = report;
  if (stopped === 'strict') return 'Nothing was written, because of --strict.';
  if (stopped === 'maxRejects') return 'Stopped by --max-rejects; nothing was written.';
  const of = datasets.join(', ') || 'no dataset';
  if (created + updated + retracted === 0) return `Nothing changed (${of}).`;
  return dryRun ? `A dry run: nothing was written (${of}).` : `Done (${of}).`;
}
