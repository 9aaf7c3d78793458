import { Command, InvalidArgumentError, Option } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { importPaths } from '../import.ts';
import { progressOn } from '../progress.ts';
import { type Format, formats } from '../read/formats.ts';
import { printedReport } from '../report/print-report.ts';
import { bulkImport } from './bulk-import.ts';
import { stoppable } from './stoppable.ts';
import { waiting } from './waiting.ts';
import { withGraph } from './with-graph.ts';

interface ImportFlags {
  readonly dataset?: string;
  readonly format?: Format;
  readonly mapping?: string;
  readonly dryRun?: true;
  readonly bulk?: true;
  readonly by?: string;
  readonly documents?: string;
  readonly maxRejects?: number;
  readonly strict?: true;
  readonly json?: true;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Reads datasets into the graph. The same input twice changes nothing.')
    .argument(
      '<path...>',
      'dataset folders, folders of them, NDJSON and CSV files, - for standard input',
    )
    .option('--dataset <key>', 'the dataset of inputs that name none; else made of their names')
    .addOption(
      new Option('--format <format>', 'what JSON files and standard input hold').choices(formats),
    )
    .option('--mapping <file>', 'how folders of other people’s files are read: see examples/')
    .option('--by <name>', 'who does it, for the log of changes; else your user name')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--documents <folder>', 'your own copies of the documents, to check passages against')
    .option('--max-rejects <count>', 'stop, with nothing written, after more rejects', wholeNumber)
    .addOption(
      new Option(
        '--bulk',
        'fill an empty managed database by Neo4j’s offline importer, several times as fast',
      ).conflicts('dryRun'),
    )
    .option('--strict', 'write nothing unless every record is in order')
    .option('--json', 'print the report as JSON')
    .action(runImport);
}

/** Exit codes: 0 all is in, 1 but for rejects, 2 nothing could be done, 130 and 143 stopped. */
async function runImport(paths: string[], flags: ImportFlags): Promise<void> {
  const progress = progressOn(process.stderr);
  const dryRun = flags.dryRun === true;
  try {
    const options = {
      ...{ ontology, paths, documents: flags.documents, by: flags.by },
      ...{ dataset: flags.dataset, format: flags.format, mapping: flags.mapping },
      ...{ strict: flags.strict === true, maxRejects: flags.maxRejects },
      onProgress: progress.show,
    };
    const report = flags.bulk
      ? await stoppable(
          (signal) => bulkImport({ ...options, signal }, progress.say),
          'Nothing was written.',
        )
      : await withGraph((client) =>
          stoppable((signal) =>
            importPaths({ ...options, client, dryRun, signal, onWait: waiting }),
          ),
        );
    progress.end();
    console.log(flags.json ? JSON.stringify(report, null, 2) : printedReport(report, dryRun));
    process.exitCode = report.stopped ? 2 : report.rejected > 0 ? 1 : 0;
  } finally {
    progress.end();
  }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
