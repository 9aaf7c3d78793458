import { Command } from 'commander';
import { compileQuestion } from '../../src/graph/question.ts';
import { printedTable } from '../report/printed-table.ts';
import { storedRedirects } from '../write/redirect-questions.ts';
import { withGraph } from './with-graph.ts';

export function mergesCommand(): Command {
  return new Command('merges')
    .description('Lists the keys that were merged into others, when and why.')
    .option('--json', 'print them as JSON')
    .action(runMerges);
}

async function runMerges(flags: { readonly json?: true }): Promise<void> {
  const merges = await withGraph((client) => client.read(compileQuestion(storedRedirects, {})));
  if (flags.json) console.log(JSON.stringify(merges, null, 2));
  else if (merges.length === 0) console.log('Nothing is merged.');
  else {
    const rows = merges.map(({ key, name, into, intoName, type, mergedAt, reason }) => [
      ...[`${key} "${name}"`, `${into} "${intoName}"`, type],
      ...[mergedAt.slice(0, 16).replace('T', ' '), reason],
    ]);
    console.log(printedTable([['key', 'leads to', 'type', 'merged', 'reason'], ...rows]));
  }
}
