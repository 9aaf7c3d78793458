import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, outside, type WatchedPage, watchedPage } from '../support/browser.ts';
import { runningProduct } from './support/product.ts';

const server = runningProduct();
const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const clients = fileURLToPath(new URL('../../examples/clients/', import.meta.url));

let pages: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  await run('npm', ['run', 'clients:types'], { cwd: root });
  process.env.CLAIMGRAPH_URL = server().url;
  const options = { root: clients, logLevel: 'warn' as const };
  await build(options);
  pages = await preview({ ...options, preview: { port: 0, host: '127.0.0.1' } });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
  delete process.env.CLAIMGRAPH_URL;
  await rm(`${clients}dist`, { recursive: true, force: true });
});

async function opened(client: string): Promise<WatchedPage> {
  const watched = await watchedPage(await browser.newContext());
  // The first plan of a query takes its time on a cold database under load.
  watched.page.setDefaultTimeout(90_000);
  await watched.page.goto(new URL(`${client}/`, pages.resolvedUrls?.local[0]).href);
  return watched;
}

async function closed({ page, requests, errors }: WatchedPage) {
  expect(outside(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
}

const items = (page: Page) => page.getByRole('listitem').allInnerTexts();

test('the script without a library prints what somebody has announced', async () => {
  const { stdout } = await run(process.execPath, [`${clients}fetch/promises.mjs`, 'lei-jun'], {
    env: { ...process.env, CLAIMGRAPH_API: `${server().url}/graphql` },
  });
  expect(stdout).toContain('Lei Jun announced\n');
  expect(stdout).toContain('- Xiaomi cars in Europe before 2030: by 2029, ANNOUNCED\n');
});

test('the React page shows the plans as they were known on the day that is chosen', async () => {
  const watched = await opened('react');
  const { page } = watched;
  await page.getByText('6 plans were known.').waitFor();
  expect(await items(page)).toContain(
    'Xiaomi smartphones in the United States: from about 2017, ANNOUNCED',
  );
  await page.getByLabel('Day').fill('2026-01-01');
  await page.getByText('30 plans were known.').waitFor();
  expect(await items(page)).toContain('Xiaomi cars in Europe before 2030: by 2029, ANNOUNCED');
  await closed(watched);
});

test('the page of Apollo Client puts the pages of a list together', async () => {
  const watched = await opened('apollo');
  const { page } = watched;
  await page.getByRole('button', { name: 'More' }).waitFor();
  const first = await items(page);
  expect(first).toHaveLength(5);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('listitem').nth(5).waitFor();
  const more = await items(page);
  expect(more.slice(0, 5)).toEqual(first);
  expect(more.join('\n')).toMatch(/^Xiaomi.*: .+ \(.+\)$/m);
  await closed(watched);
});

test('the page of urql finds a person by a name in Chinese, with what is said of it', async () => {
  const watched = await opened('urql');
  const { page } = watched;
  await page.getByRole('heading', { name: 'Lei Jun (PERSON)' }).waitFor();
  expect((await items(page)).join('\n')).toMatch(/^[A-Z_]+ Xiaomi.*, independent sources: \d+$/m);
  await page.getByLabel('Words').fill('Nikkei');
  await page.getByRole('heading', { name: 'Nikkei (COMPANY)' }).first().waitFor();
  await closed(watched);
});

test('the page of Relay shows a company’s plans, and the next ones at a click', async () => {
  const watched = await opened('relay');
  const { page } = watched;
  await page.getByRole('heading', { name: 'What Xiaomi pursues' }).waitFor();
  expect(await items(page)).toHaveLength(5);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('listitem').nth(9).waitFor();
  const plans = await items(page);
  expect(new Set(plans).size).toBe(10);
  expect(plans).toContain('Building up its own electric car production: by 2024, OVERDUE');
  await closed(watched);
});
