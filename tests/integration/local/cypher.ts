import neo4j from 'neo4j-driver';
import type { LocalNeo4j } from '../../../src/local/launch.ts';

/** Rows as plain objects, over a connection of their own. */
export async function cypher(
  { uri, password }: Pick<LocalNeo4j, 'uri' | 'password'>,
  text: string,
  timeout?: number,
): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 0,
  });
  const session = driver.session();
  try {
    const { records } = await session.run(text, {}, timeout === undefined ? {} : { timeout });
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
    await driver.close();
  }
}
