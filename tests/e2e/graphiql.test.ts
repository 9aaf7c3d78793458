import { type Browser, errors as browserErrors, type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleTab, exampleTabs } from '../../src/graphiql/example-tabs.ts';
import { launchBrowser, outside, type WatchedPage, watchedPage } from '../support/browser.ts';
import { whenWarm } from '../support/warm.ts';
import { runningProduct } from './support/product.ts';

const server = runningProduct();
const tabs = exampleTabs();
let browser: Browser;

beforeAll(async () => {
  await whenWarm(
    server(),
    tabs.map(({ query }) => query),
  );
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** GraphiQL as somebody sees it who comes for the first time. */
async function firstVisit(): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const watched = await watchedPage(context);
  await watched.page.goto(`${server().url}/graphql`);
  await watched.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return watched;
}

const titleOf = ({ query }: ExampleTab) => /^query (\w+)/m.exec(query)?.[1] ?? '';

test('GraphiQL opens with all examples, each answers at a click, and nothing leaves the machine', async () => {
  const { page, requests, errors } = await firstVisit();
  expect(await page.title()).toBe('Claimgraph');
  const buttons = page.locator('.graphiql-tab-button');
  expect(await buttons.allInnerTexts()).toEqual(tabs.map(titleOf));
  for (const title of tabs.map(titleOf)) {
    await buttons.filter({ hasText: new RegExp(`^${title}$`) }).click();
    await page
      .locator('.graphiql-query-editor .view-lines', { hasText: `query ${title}` })
      .waitFor();
    const { data, errors: problems } = await (await answerOf(page, title)).json();
    expect({ title, problems }).toEqual({ title, problems: undefined });
    const [field = 'no field'] = Object.keys(data);
    await page.locator('.result-window', { hasText: `"${field}"` }).waitFor();
  }
  expect(outside(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** GraphiQL notices a moment after a tab is opened which operation it holds, and runs none until then. */
async function answerOf(page: Page, title: string): Promise<Response> {
  for (;;) {
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes(`query ${title}`) ?? false,
      { timeout: 5_000 },
    );
    await page.locator('.graphiql-execute-button').click();
    const response = await answered.catch((error: unknown) => {
      if (error instanceof browserErrors.TimeoutError) return null;
      throw error;
    });
    if (response) return response;
  }
}

test('the documentation explorer leads from the root to a field with its description', async () => {
  const { page, requests, errors } = await firstVisit();
  await page.getByLabel('Show Documentation Explorer').click();
  const explorer = page.locator('.graphiql-plugin');
  await explorer.getByText('Query', { exact: true }).first().click();
  await explorer.getByText('How entities are connected, nearest first').waitFor();
  await explorer.getByText('paths', { exact: true }).click();
  await explorer.getByText('Where paths start.').waitFor();
  expect(outside(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each(tabs)('example $name says something in every part', async ({ query }) => {
  const response = await fetch(`${server().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: Record<string, unknown> };
  for (const [field, part] of Object.entries(data)) {
    expect({ field, rows: rowsOf(part) }).not.toEqual({ field, rows: 0 });
  }
});

/** Rows of the longest list anywhere in an answer. */
function rowsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Math.max(own, ...Object.values(value).map(rowsOf));
}
