import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser.ts';
import { logIn } from './support/log-in.ts';
import { runningProduct } from './support/product.ts';

const server = runningProduct();

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
  const response = await fetch(`${server().url}/graphql`, {
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
    await logIn(page, server());
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
    await page.goto(server().neo4j?.browserUrl ?? '');
    await logIn(page, server());
    await run(page, parameters);
    await page.getByText('See :help param for usage').first().waitFor();
    await run(page, cypher);
    await answer(page).waitFor();
  } finally {
    await browser.close();
  }
});
