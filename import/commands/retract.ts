import { Command, Option } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { printedConflicts } from '../report/print-conflicts.ts';
import { countsTable } from '../report/print-report.ts';
import type { RetractableKind } from '../retractable.ts';
import { type RetractionReport, retract } from '../retraction.ts';
import { stoppable } from './stoppable.ts';
import { waiting } from './waiting.ts';
import { withGraph } from './with-graph.ts';

interface RetractFlags {
  readonly as?: RetractableKind;
  readonly dryRun?: true;
  readonly by?: string;
  readonly json?: true;
}

export function retractCommand(): Command {
  return new Command('retract')
    .description('Takes back what a document or a dataset says. What others support stays.')
    .argument('<key>', 'key of a document or a dataset')
    .addOption(
      new Option('--as <kind>', 'which of the two is meant').choices(['document', 'dataset']),
    )
    .option('--by <name>', 'who does it, for the log of changes; else your user name')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print the report as JSON')
    .action(runRetract);
}

/** Exit codes: 0 it is retracted, 2 nothing could be done, 130 and 143 stopped. */
async function runRetract(key: string, flags: RetractFlags): Promise<void> {
  const dryRun = flags.dryRun === true;
  const report = await withGraph((client) =>
    stoppable((signal) =>
      retract({
        ontology,
        client,
        key,
        as: flags.as,
        by: flags.by,
        dryRun,
        onWait: waiting,
        signal,
      }),
    ),
  );
  console.log(flags.json ? JSON.stringify(report, null, 2) : printedRetraction(report, dryRun));
}

function printedRetraction(report: RetractionReport, dryRun: boolean): string {
  const { kind, key, dataset, updated, retracted, conflicts } = report;
  const what = kind === 'document' ? `document ${key} of ${dataset}` : `dataset ${key}`;
  if (updated + retracted === 0) return `Nothing changed: nothing is left of the ${what}.`;
  const end = dryRun ? 'A dry run: nothing was written' : 'Retracted';
  const parts = [countsTable(report), printedConflicts(conflicts, dryRun)];
  return [...parts, `${end} (${what}).`].join('\n\n');
}
