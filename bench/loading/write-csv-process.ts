import { ontology } from '../../schema/ontology/ontology.ts';
import { NewsGraph } from '../graph/news-graph.ts';
import type { GraphSize } from '../graph/size.ts';
import { writeCsv } from './write-csv.ts';

// Started by write-csv-apart.ts with a size as JSON and a folder.
const [size = '', folder = ''] = process.argv.slice(2);
const graph = new NewsGraph(JSON.parse(size) as GraphSize, ontology);
process.stdout.write(JSON.stringify(await writeCsv(graph, ontology, folder)));
