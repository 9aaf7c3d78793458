import { boundsTable } from './bounds-table.ts';
import { detailTable } from './detail-table.ts';
import type { Findings } from './findings.ts';
import { goalConnections } from './goals.ts';
import { machineFacts } from './machine.ts';
import { pairTable } from './pair-table.ts';
import { problemList } from './problem-list.ts';
import { ratioTable } from './ratio-table.ts';

/** What a run has found out, as Markdown. */
export async function reportOf(findings: Findings): Promise<string> {
  const { comparisons, cells, pairs, pairCells, date, counts, seconds } = findings;
  const many = (count: number) => count.toLocaleString('en-GB');
  const facts = await machineFacts([
    ...['neo4j-driver', 'graphql', 'graphql-yoga', '@neo4j/graphql', 'autocannon'],
  ]);
  const took = (part: number) => `${Math.round(part)} s`;
  return `Measured on ${date.toISOString().slice(0, 10)}:

${facts.map((fact) => `- ${fact}`).join('\n')}
- ${many(counts.entities)} entities, ${many(counts.relations)} relations, ${many(counts.statements)} statements in ${many(counts.documents)} documents; made in ${took(seconds.generate)}, loaded in ${took(seconds.import)}, indexed in ${took(seconds.indexes)}

## Beside other servers

Throughput at ${goalConnections} connections, as the median over rounds of the ratio within one round. *Limit* is one statement written by hand for each query, sent through the driver, and its answer as JSON.

${ratioTable(cells, comparisons)}

## Beside itself

${pairTable(pairs)}

## Bounds

${boundsTable([...cells, ...pairCells])}

## Every measurement

Medians over the rounds; the spread is the largest throughput less the smallest, through the median.

${detailTable([...cells, ...pairCells])}

${problemList([...cells, ...pairCells], comparisons)}
`;
}
