import { Command, InvalidArgumentError } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { type Duplicate, findDuplicates } from '../duplicates/find-duplicates.ts';
import type { Candidate } from '../duplicates/likeness.ts';
import { printedTable } from '../report/printed-table.ts';
import { withGraph } from './with-graph.ts';

interface DuplicateFlags {
  readonly least: number;
  readonly within?: true;
  readonly json?: true;
}

const shownDuplicates = 50;

export function duplicatesCommand(): Command {
  return new Command('duplicates')
    .description('Lists entities of different datasets that are likely one. Merges nothing.')
    .option('--least <score>', 'from 0 to 1: how likely they have to be', share, 0.6)
    .option('--within', 'also two that one dataset tells apart')
    .option('--json', 'print them as JSON')
    .action(runDuplicates);
}

async function runDuplicates({ least, within, json }: DuplicateFlags): Promise<void> {
  const duplicates = await withGraph((client) =>
    findDuplicates({ client, ontology, leastScore: least, within: within === true }),
  );
  console.log(json ? JSON.stringify(duplicates, null, 2) : printedDuplicates(duplicates));
}

function printedDuplicates(duplicates: readonly Duplicate[]): string {
  if (duplicates.length === 0) return 'No two entities are likely one.';
  const table = printedTable([
    ['score', 'type', 'one', 'other', 'why'],
    ...duplicates
      .slice(0, shownDuplicates)
      .map(({ score, type, a, b, reasons }) => [
        ...[score.toFixed(2), type, shown(a), shown(b), reasons.join('; ')],
      ]),
  ]);
  const more = duplicates.length - shownDuplicates;
  return more > 0 ? `${table}\nand ${more} more: --json has all of them` : table;
}

function shown({ key, name, datasets }: Candidate): string {
  return `${key} "${name}" (${datasets.join(', ')})`;
}

function share(text: string): number {
  const number = Number(text);
  if (!/^[\d.]+$/.test(text) || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  }
  return number;
}
