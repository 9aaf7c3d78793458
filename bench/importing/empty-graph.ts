import type { Driver } from 'neo4j-driver';

/** Takes away all data, constraints and indexes. */
export async function emptyGraph(driver: Driver): Promise<void> {
  const session = driver.session();
  const run = (text: string) => session.run(text, {}, { timeout: 1_800_000 });
  const dropAll = async (what: string, show: string) => {
    for (const record of (await run(show)).records) {
      await run(`DROP ${what} \`${record.get('name') as string}\``);
    }
  };
  try {
    // First: each of them is one more place from which a deletion has to delete.
    await dropAll('CONSTRAINT', 'SHOW CONSTRAINTS YIELD name RETURN name');
    await dropAll('INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
    await run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS');
    await run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS');
  } finally {
    await session.close();
  }
}

/** Nodes and relationships. */
export async function rowCount(driver: Driver): Promise<number> {
  let rows = 0;
  for (const text of ['MATCH (n) RETURN count(n) AS n', 'MATCH ()-[r]->() RETURN count(r) AS n']) {
    const { records } = await driver.executeQuery(text);
    rows += records[0]?.get('n') as number;
  }
  return rows;
}
