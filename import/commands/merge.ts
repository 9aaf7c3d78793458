import { Command, InvalidArgumentError } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { merge } from '../redirects/reconcile.ts';
import { printedReconciliation } from '../report/print-reconciliation.ts';
import { stoppable } from './stoppable.ts';
import { waiting } from './waiting.ts';
import { withGraph } from './with-graph.ts';

interface MergeFlags {
  readonly reason: string;
  readonly dryRun?: true;
  readonly by?: string;
  readonly json?: true;
}

export function mergeCommand(): Command {
  return new Command('merge')
    .description('Makes two entities one. The key of the second leads to the first from then on.')
    .argument('<key>', 'key of the entity that stays')
    .argument('<other>', 'key of the entity that becomes part of it; split undoes it')
    .requiredOption('--reason <text>', 'why they are one', text)
    .option('--by <name>', 'who does it, for the log of changes; else your user name')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print the report as JSON')
    .action(runMerge);
}

/** Exit codes: 0 they are one, 2 nothing could be done, 130 and 143 stopped. */
async function runMerge(into: string, key: string, flags: MergeFlags): Promise<void> {
  const { reason, by, json } = flags;
  const dryRun = flags.dryRun === true;
  const report = await withGraph((client) =>
    stoppable((signal) =>
      merge({ ontology, client, into, key, reason, by, dryRun, onWait: waiting, signal }),
    ),
  );
  const what = `${key} leads to ${into}`;
  const printed = () => printedReconciliation(report, 'Merged', what, dryRun);
  console.log(json ? JSON.stringify(report, null, 2) : printed());
}

function text(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('Say why the two are one.');
  return given;
}
