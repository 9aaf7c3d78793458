import { Command } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { readCopies } from '../check/copies.ts';
import { ImportError } from '../import-error.ts';
import { findPassages, textOfDocument } from '../locate.ts';
import { bundled } from './bundled.ts';

export function locateCommand(): Command {
  return new Command('locate')
    .description('Prints the passage of a document in which the words stand.')
    .argument('<document>', 'key of the document')
    .argument('<words>', 'words of its text')
    .argument('[paths...]', 'datasets that describe the document', [bundled('')])
    .requiredOption('--documents <folder>', 'your own copies of the documents')
    .action(runLocate);
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
