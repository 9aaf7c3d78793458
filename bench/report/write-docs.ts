import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chartOf } from './chart.ts';
import type { Findings } from './findings.ts';
import { reportOf } from './report.ts';

const docs = new URL('../../docs/', import.meta.url);

/** Writes docs/performance.md and the chart in it. The paths of both. */
export async function writeDocs(findings: Findings): Promise<string[]> {
  const [page, chart] = ['performance.md', 'performance.svg'].map((name) =>
    fileURLToPath(new URL(name, docs)),
  );
  if (!page || !chart) throw new RangeError('two paths are written to');
  const report = await reportOf(findings);
  writeFileSync(
    page,
    `# Performance

Written by \`npm run bench\`; do not edit. The ratios hold elsewhere, the figures of one machine do not.

![Throughput beside other servers](performance.svg)

${report}`,
  );
  writeFileSync(chart, chartOf(findings));
  return [page, chart];
}
