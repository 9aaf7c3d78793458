import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser.ts';
import {
  type ServerProcess,
  startServerProcess,
  temporaryHome,
} from '../support/server-process.ts';

const { home, remove } = temporaryHome();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServerProcess({ CLAIMGRAPH_HOME: home });
});

afterAll(async () => {
  await server?.stop();
  remove();
});

interface CompiledQuery {
  readonly cypher: string;
  readonly parameters: string;
  readonly browserUrl: string;
}

/** What the server says it has asked, for a path whose conditions are hard to write down. */
async function compiledQuery(): Promise<CompiledQuery> {
  const query = `{ paths(
    from: [{ key: "lei-jun" }], to: [{ key: "germany" }], view: { knownAt: "2030-01-01" }
    via: { filter: { not: { role: { contains: "a&b#c;d'e\\"f\\\\u0027 雷 $from" } } } }
  ) { nodes { length } query { cypher parameters browserUrl } } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { paths: { nodes: unknown[]; query: CompiledQuery } };
  };
  expect(data.paths.nodes.length).toBeGreaterThan(0);
  return data.paths.query;
}

/** Logs in as the banner says. */
async function connect(page: Page) {
  const { uri = '', username = '', password = '' } = server.neo4j ?? {};
  const { protocol, host } = new URL(uri);
  await page.getByTestId('bolt-scheme-select').selectOption(`${protocol}//`);
  await page.getByTestId('boltaddress').fill(host);
  await page.getByTestId('username').fill(username);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('connect').click();
  await page.getByText('You are connected as user').waitFor();
}

async function run(page: Page, command: string) {
  await page.getByTestId('activeEditor').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(command);
  await page.getByTestId('editor-Run').click();
}

const answer = (page: Page) => page.getByText('europe-before-2030').first();

test('the link of an answer opens Neo4j Browser with the query typed in, and it runs as it stands', async () => {
  const { browserUrl } = await compiledQuery();
  const browser = await launchBrowser();
  const { page } = await watchedPage(await browser.newContext());
  try {
    await page.goto(browserUrl);
    await connect(page);
    await page.getByTestId('editor-Run').click();
    await answer(page).waitFor();
  } finally {
    await browser.close();
  }
});

test('the Cypher of an answer runs in Neo4j Browser once its parameters are pasted', async () => {
  const { cypher, parameters } = await compiledQuery();
  const browser = await launchBrowser();
  const { page } = await watchedPage(await browser.newContext());
  try {
    await page.goto(server.neo4j?.browserUrl ?? '');
    await connect(page);
    await run(page, parameters);
    await page.getByText('See :help param for usage').first().waitFor();
    await run(page, cypher);
    await answer(page).waitFor();
  } finally {
    await browser.close();
  }
});
