import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExplorer } from '../../explorer/build.ts';
import { launchBrowser, outside } from '../support/browser.ts';
import { canvasTests } from './explorer/canvas.ts';
import { copiesFolder, readingTests } from './explorer/reading.ts';
import { type Explorer, openedExplorer, shown } from './support/explorer-page.ts';
import { runningProduct } from './support/product.ts';

// Before the server starts: it lists the files of the page then.
beforeAll(buildExplorer);
const copies = copiesFolder();
const server = runningProduct({ CLAIMGRAPH_DOCUMENTS: copies.folder });
let browser: Browser;
const explorer: Explorer = {
  url: () => server().url,
  open: (state, options) => openedExplorer(browser, `${server().url}${state}`, options),
};

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  copies.remove();
});

canvasTests(explorer);
readingTests(explorer);

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds wrong with the page as it stands; evaluated from outside, as the page's policy wants. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await download.path());
}

test('a search by any name draws what surrounds an entity, and each step has a link of its own', async () => {
  const { page, requests, errors } = await openedExplorer(browser, `${server().url}/?lang=en`);
  await page.getByRole('combobox').fill('小米');
  await shown(page, page.getByRole('option', { name: /Xiaomi/ }));
  await page.keyboard.press('Enter');
  await shown(page, page.getByRole('heading', { name: 'Xiaomi', level: 2 }));
  const canvas = page.locator('.canvas:not([data-nodes="0"])');
  await shown(page, canvas);
  const drawn = await canvas.getAttribute('data-nodes');
  expect(Number(drawn)).toBeGreaterThan(20);

  await page.reload();
  await shown(page, page.locator(`.canvas[data-nodes="${drawn}"]`));
  await page.goBack();
  await shown(page, page.getByRole('heading', { name: 'Follow a claim to its source' }));
  await page.goForward();
  await shown(page, page.locator(`.canvas[data-nodes="${drawn}"]`));
  const svg = (await downloaded(page, 'SVG')).toString();
  expect(svg.match(/<text /g)).toHaveLength(Number(drawn));
  expect(svg).toContain('<title>Xiaomi</title>');
  const png = await downloaded(page, 'PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(outside(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('in five clicks: which plans Xiaomi has for Germany, who reported them, and since when', async () => {
  const { page, requests, errors } = await openedExplorer(browser, `${server().url}/?lang=en`);
  const plans = page.getByRole('link', { name: 'See who promised what, by when' });
  await shown(page, plans);
  await plans.click();
  const rows = page.locator('.plan-table tbody tr');
  await shown(page, rows.first());
  await page.getByPlaceholder('Find among plans').fill('xiaomi germany');
  await shown(page, page.getByText(/^[1-9] of \d+ plans$/));
  const hub = rows.filter({ hasText: 'Research hub in Munich' });
  await shown(page, hub);
  expect(await hub.textContent()).toContain('Nikkei');
  expect(await hub.textContent()).toContain('31 Dec 2025');

  await hub.getByRole('link').click();
  const panel = page.getByRole('complementary');
  const toGermany = panel.getByRole('link', { name: /^Germany/ });
  await shown(page, toGermany);
  await toGermany.click();
  await shown(page, panel.getByText('The development centre is planned for Germany.'));
  expect(await panel.getByRole('heading', { level: 2 }).textContent()).toContain('targets');
  expect(await panel.locator('dd', { hasText: 'Nikkei' }).count()).toBe(1);
  expect(await panel.textContent()).toContain('first known 31 Dec 2025');
  expect(await violations(page)).toEqual([]);
  expect(outside(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('moving back the day takes away what was not yet known, in the table as in the plans', async () => {
  const { page, errors } = await openedExplorer(
    browser,
    `${server().url}/?lang=en&page=table&around=germany`,
  );
  const plan = page.getByRole('link', { name: 'Research hub in Munich' });
  await shown(page, plan.first());
  await page.getByText('What counts').click();
  await page.getByRole('slider').fill('0');
  await shown(page, page.locator('.stage:not(:has-text("Research hub in Munich")) table'));
  expect(page.url()).toMatch(/knownAt=\d{4}-\d\d-\d\d/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await shown(page, plan.first());
  expect(page.url()).not.toContain('knownAt');
  expect(errors).toEqual([]);
  await page.context().close();
});

const readers = (['en', 'de'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1300, 360].map((width) => ({ lang, colorScheme, width })),
  ),
);

test.each(readers)('axe finds nothing: $lang, $colorScheme, $width pixels', async (reader) => {
  const { lang, colorScheme, width } = reader;
  const states = [
    '',
    '&around=lei-jun&entity=lei-jun',
    '&page=table&around=lei-jun',
    '&page=plans',
  ];
  for (const state of states) {
    const { page, errors } = await explorer.open(`/?lang=${lang}${state}`, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await shown(page, page.locator('h3, table').first());
    await shown(page, page.locator('main:not(:has([role=status]))'));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test('the page weighs less than 500 KB on the wire', async () => {
  const { page, requests } = await openedExplorer(browser, `${server().url}/?around=lei-jun`);
  await shown(page, page.locator('.canvas:not([data-nodes="0"])'));
  const files = [...new Set(requests)].filter((address) => !address.endsWith('/graphql'));
  const sizes = await Promise.all(
    files.map(async (address) => {
      const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
      expect(response.headers.get('content-encoding')).toBe('br');
      return Number(response.headers.get('content-length'));
    }),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(500_000);
  await page.context().close();
});
