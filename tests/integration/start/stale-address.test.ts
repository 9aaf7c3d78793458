import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGraph } from '../../../src/open-graph.ts';
import { useOwnNeo4j } from '../../support/own-neo4j.ts';
import { temporaryFolder } from '../local/temporary-folder.ts';

const other = useOwnNeo4j();

test('a home whose Neo4j was killed opens again, though another Neo4j has got its port', async () => {
  const home = temporaryFolder();
  const address = join(home, 'neo4j', 'address.json');
  mkdirSync(join(home, 'neo4j'), { recursive: true });
  writeFileSync(address, JSON.stringify({ uri: other.connection.uri }));
  writeFileSync(join(home, 'neo4j', 'password'), 'the-password-of-this-home');
  const { client, close } = await openGraph({ CLAIMGRAPH_HOME: home });
  try {
    await client.verify();
    expect(JSON.parse(readFileSync(address, 'utf8')).uri).not.toBe(other.connection.uri);
  } finally {
    await close();
  }
});
