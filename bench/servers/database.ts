import neo4j, { type Driver } from 'neo4j-driver';
import type { GraphConnection } from '../../src/graph/client.ts';

/** A driver with the settings of our server's. */
export function connect({ uri, username, password }: GraphConnection): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
  });
}

/** The driver of a server that is measured beside ours, to the database of its environment. */
export function openDriver(): Driver {
  const { NEO4J_URI = '', NEO4J_USERNAME = '', NEO4J_PASSWORD = '' } = process.env;
  return connect({ uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD });
}

/** The rows of one auto-commit read. */
export async function read(
  driver: Driver,
  text: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>[]> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}
