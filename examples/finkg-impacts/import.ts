import { fileURLToPath } from 'node:url';
import { importPaths } from '../../import/import.ts';
import { printedReport } from '../../import/report/print-report.ts';
import { openGraph } from '../../src/open-graph.ts';
import { ontologyWithImpacts } from './ontology.ts';

/** Imports the folders that are named, with the ontology of this example. */
const graph = await openGraph(process.env, ({ message }) => console.error(message));
try {
  const report = await importPaths({
    ...{ ontology: ontologyWithImpacts, client: graph.client, paths: process.argv.slice(2) },
    mapping: fileURLToPath(new URL('mapping.yaml', import.meta.url)),
  });
  console.log(printedReport(report, false));
} finally {
  await graph.close();
}
