import { Command, InvalidArgumentError, Option } from 'commander';
import { runProgram } from '../import/commands/run-program.ts';
import { withGraph } from '../import/commands/with-graph.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import { exportGraph, formats } from './export.ts';
import type { Part } from './part.ts';

interface ExportFlags extends Part {
  readonly format: string;
  readonly out?: string;
}

const program = new Command('export')
  .description('Writes the graph, or a part of it, for other tools or another graph.')
  .addOption(
    new Option('--format <format>', 'what to write').choices(formats).makeOptionMandatory(),
  )
  .option('--dataset <key>', 'only what one dataset says')
  .option('--around <key>', 'only what lies around an entity')
  .option('--hops <count>', 'how many relations from there (1)', wholeNumber)
  .option('--out <path>', 'where to; the output otherwise')
  .action(runExport);

/** Exit codes: 0 all is written, 2 nothing was. */
async function runExport(flags: ExportFlags): Promise<void> {
  await withGraph((client) => exportGraph({ ontology, client, ...flags }));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,2}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number below 100.');
  return Number(text);
}

await runProgram(program);
