import type { Page } from 'playwright-core';
import type { ServerProcess } from '../../support/server-process.ts';

/** Logs in to Neo4j Browser as the banner says. */
export async function logIn(page: Page, { neo4j }: ServerProcess): Promise<void> {
  const { uri = '', username = '', password = '' } = neo4j ?? {};
  const { protocol, host } = new URL(uri);
  await page.getByTestId('bolt-scheme-select').selectOption(`${protocol}//`);
  await page.getByTestId('boltaddress').fill(host);
  await page.getByTestId('username').fill(username);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('connect').click();
  await page.getByText('You are connected as user').waitFor();
}
