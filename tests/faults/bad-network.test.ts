import { expect, test } from 'vitest';
import { importPaths } from '../../import/import.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../src/graph/client.ts';
import { ndjson, useEmptyGraph } from '../integration/import/support/empty-graph.ts';
import { manyClaims } from './support/many-claims.ts';
import { startProxy } from './support/proxy.ts';

const graph = useEmptyGraph();

/** FAULT_LATENCY=500 is the experiment as it is written; it takes some minutes. */
const latency = Number(process.env.FAULT_LATENCY ?? 5);

test(`through a network that takes ${latency} ms each way (FAULT_LATENCY) and resets a connection at every hundredth piece, an import makes the same graph, and nothing twice`, async () => {
  const path = await graph.file(ndjson(manyClaims('rivals', 60)), 'rivals.ndjson');
  expect(await graph.importPath(path)).toMatchObject({ rejected: 0 });
  const expected = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);

  let pieces = 0;
  const port = Number(new URL(graph.connection.uri).port);
  const proxy = await startProxy(port, { latency, resets: () => ++pieces % 100 === 0 });
  const uri = `bolt://127.0.0.1:${proxy.port}`;
  const client = new GraphClient({ ...graph.connection, uri }, importLimits);
  try {
    const options = { ontology, client, paths: [path], writeRejects: false };
    expect(await importPaths(options)).toMatchObject({ rejected: 0, retracted: 0 });
    expect(await graph.content()).toEqual(expected);
    expect(await importPaths(options)).toMatchObject({ created: 0, updated: 0, retracted: 0 });
    expect(await graph.content()).toEqual(expected);
    expect(proxy.resets).toBeGreaterThan(0);
  } finally {
    await client.close();
    await proxy.close();
  }
});
