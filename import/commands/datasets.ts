import { Command } from 'commander';
import { ontology } from '../../schema/ontology/ontology.ts';
import { type ListedDataset, listDatasets } from '../listing.ts';
import { printedTable } from '../report/printed-table.ts';
import { withGraph } from './with-graph.ts';

export function datasetsCommand(): Command {
  return new Command('datasets')
    .description('Lists the datasets of the graph, and how much of it each of them supports.')
    .option('--json', 'print them as JSON')
    .action(runDatasets);
}

async function runDatasets(flags: { readonly json?: true }): Promise<void> {
  const datasets = await withGraph((client) => listDatasets(client, ontology));
  console.log(flags.json ? JSON.stringify(datasets, null, 2) : printedDatasets(datasets));
}

function printedDatasets(datasets: readonly ListedDataset[]): string {
  if (datasets.length === 0) return 'The graph has no datasets.';
  const counts = ['entities', 'documents', 'statements', 'relations'] as const;
  return printedTable([
    ['key', 'title', 'licence', 'revision', 'imported', ...counts],
    ...datasets.map((dataset) => [
      ...[dataset.key, dataset.title, dataset.licence ?? '–', dataset.revision?.slice(0, 8) ?? '–'],
      stateOf(dataset),
      ...counts.map((count) => dataset[count]),
    ]),
  ]);
}

function stateOf({ importedAt, retractedAt, retractedDocuments }: ListedDataset): string {
  if (retractedAt !== null) return `retracted ${toMinute(retractedAt)}`;
  if (importedAt === null) return 'not to its end';
  const without = retractedDocuments.length;
  return `${toMinute(importedAt)}${without > 0 ? `, ${without} retracted since` : ''}`;
}

/** Of an ISO 8601 time in UTC. */
function toMinute(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
