import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chartOf } from './chart.ts';
import type { Findings } from './findings.ts';
import { writeSection } from './performance-page.ts';
import { reportOf } from './report.ts';

const chart = fileURLToPath(new URL('../../docs/performance.svg', import.meta.url));

/** Writes the servers' section of docs/performance.md and the chart in it. The paths of both. */
export async function writeDocs(findings: Findings): Promise<string[]> {
  const report = await reportOf(findings);
  const page = writeSection(
    'servers',
    `Written by \`npm run bench\`.

![Throughput beside other servers](performance.svg)

${report}`,
  );
  writeFileSync(chart, chartOf(findings));
  return [page, chart];
}
