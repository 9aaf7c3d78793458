import type { Driver } from 'neo4j-driver';
import type { Question, Variables } from '../queries/bench-query.ts';
import { read } from '../servers/database.ts';

/** The variables of a query's requests, found in the graph. */
export async function pick(driver: Driver, { name, pick: text }: Question): Promise<Variables[]> {
  const rows = await read(driver, text, {});
  if (rows.length === 0) throw new Error(`the graph has nothing to ask ${name} for`);
  return rows;
}
