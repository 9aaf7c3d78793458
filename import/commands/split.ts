import { Command } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { split } from '../redirects/reconcile.ts';
import { printedReconciliation } from '../report/print-reconciliation.ts';
import { stoppable } from './stoppable.ts';
import { waiting } from './waiting.ts';
import { withGraph } from './with-graph.ts';

interface SplitFlags {
  readonly dryRun?: true;
  readonly by?: string;
  readonly json?: true;
}

export function splitCommand(): Command {
  return new Command('split')
    .description('Undoes a merge. What was said of the entity, also since, is said of it again.')
    .argument('<key>', 'key that was merged into another')
    .option('--by <name>', 'who does it, for the log of changes; else your user name')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print the report as JSON')
    .action(runSplit);
}

/** Exit codes: 0 they are two, 2 nothing could be done, 130 and 143 stopped. */
async function runSplit(key: string, flags: SplitFlags): Promise<void> {
  const dryRun = flags.dryRun === true;
  const report = await withGraph((client) =>
    stoppable((signal) =>
      split({ ontology, client, key, by: flags.by, dryRun, onWait: waiting, signal }),
    ),
  );
  const what = `${key} is an entity beside ${report.into}`;
  const printed = () => printedReconciliation(report, 'Split', what, dryRun);
  console.log(flags.json ? JSON.stringify(report, null, 2) : printed());
}
