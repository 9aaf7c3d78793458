import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { ontology } from '../schema/ontology/ontology.ts';
import { ConfigError, GraphUnavailableError, QueryTimedOutError } from '../src/errors.ts';
import { openGraph } from '../src/open-graph.ts';
import { readCopies } from './check/copies.ts';
import { importPaths } from './import.ts';
import { ImportError } from './import-error.ts';
import { findPassages, textOfDocument } from './locate.ts';
import { printedReport, rejectLine } from './print-report.ts';
import { progressOn } from './progress.ts';
import { printedProof } from './proof/printed-proof.ts';
import { proofOf } from './proof/proof-of.ts';
import { type Format, formats } from './read/formats.ts';

interface ImportFlags {
  readonly dataset?: string;
  readonly format?: Format;
  readonly mapping?: string;
  readonly dryRun?: true;
  readonly documents?: string;
  readonly maxRejects?: number;
  readonly strict?: true;
  readonly json?: true;
}

const program = new Command('import')
  // Else the flags of locate are taken for those of the import.
  .enablePositionalOptions()
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
  .option('--dry-run', 'say what would change, and change nothing')
  .option('--documents <folder>', 'your own copies of the documents, to check passages against')
  .option('--max-rejects <count>', 'stop, with nothing written, after more rejects', wholeNumber)
  .option('--strict', 'write nothing unless every record is in order')
  .option('--json', 'print the report as JSON')
  .action(runImport);

program
  .command('locate')
  .description('Prints the passage of a document in which the words stand.')
  .argument('<document>', 'key of the document')
  .argument('<words>', 'words of its text')
  .argument('[paths...]', 'datasets that describe the document', [bundled('')])
  .requiredOption('--documents <folder>', 'your own copies of the documents')
  .action(runLocate);

program
  .command('proof')
  .description('Prints every statement of datasets in plain English, to be held against the texts.')
  .argument('<path...>', 'dataset folders, folders of them, and NDJSON files')
  .option('--beside <path...>', 'datasets that describe entities it speaks of', [
    bundled('reference'),
  ])
  .option('--documents <folder>', 'your own copies of the documents, to print passages from')
  .action(runProof);

/** Exit codes: 0 all is in, 1 but for rejects, 2 nothing could be done. */
async function runImport(paths: string[], flags: ImportFlags): Promise<void> {
  const progress = progressOn(process.stderr);
  const graph = await openGraph(process.env, opening());
  try {
    const report = await importPaths({
      ...{ ontology, client: graph.client, paths, documents: flags.documents },
      ...{ dataset: flags.dataset, format: flags.format, mapping: flags.mapping },
      ...{ dryRun: flags.dryRun === true, strict: flags.strict === true },
      maxRejects: flags.maxRejects,
      onProgress: (step) => progress.show(step),
      onWait: () => console.error('Another import is under way: waiting for its end.'),
    });
    progress.end();
    const dryRun = flags.dryRun === true;
    console.log(flags.json ? JSON.stringify(report, null, 2) : printedReport(report, dryRun));
    process.exitCode = report.stopped ? 2 : report.rejected > 0 ? 1 : 0;
  } finally {
    progress.end();
    await graph.close();
  }
}

async function runLocate(
  document: string,
  words: string,
  paths: string[],
  flags: { readonly documents: string },
): Promise<void> {
  const copies = await readCopies(flags.documents);
  const passages = findPassages(await textOfDocument(document, paths, copies, ontology), words);
  if (passages.length === 0) throw new ImportError(`The words do not stand in ${document}.`);
  if (passages.length > 1) console.error(`The words stand in ${passages.length} places:`);
  for (const { start, end, sha256 } of passages) {
    console.log(`passage: { start: ${start}, end: ${end}, sha256: '${sha256}' }`);
  }
}

async function runProof(
  paths: string[],
  flags: { readonly beside: readonly string[]; readonly documents?: string },
): Promise<void> {
  const proof = await proofOf({ ontology, paths, ...flags });
  console.log(printedProof(proof));
  for (const reject of proof.rejects) console.error(rejectLine(reject));
  process.exitCode = proof.rejects.length > 0 ? 1 : 0;
}

/** What the start of a managed Neo4j is at, a line for each step. */
function opening() {
  let shown = '';
  return ({ message }: { readonly message: string }) => {
    if (message !== shown) console.error(message);
    shown = message;
  };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function bundled(dataset: string): string {
  return fileURLToPath(new URL(`data/${dataset}`, import.meta.url));
}

const expected = [ImportError, ConfigError, GraphUnavailableError, QueryTimedOutError];

try {
  await program.parseAsync();
} catch (error) {
  if (!expected.some((known) => error instanceof known)) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
