import { Command } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { printedProof } from '../proof/printed-proof.ts';
import { proofOf } from '../proof/proof-of.ts';
import { rejectLine } from '../report/print-report.ts';
import { bundled } from './bundled.ts';

export function proofCommand(): Command {
  return new Command('proof')
    .description(
      'Prints every statement of datasets in plain English, to be held against the texts.',
    )
    .argument('<path...>', 'dataset folders, folders of them, NDJSON and CSV files')
    .option('--beside <path...>', 'datasets that describe entities it speaks of', [
      bundled('reference'),
    ])
    .option('--documents <folder>', 'your own copies of the documents, to print passages from')
    .action(runProof);
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
