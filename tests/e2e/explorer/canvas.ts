import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Explorer, shown } from '../support/explorer-page.ts';

/** What a mouse does on the picture. */
export function canvasTests(explorer: Explorer): void {
  test('a click on the canvas opens a node and draws what surrounds it, and the back button takes it back', async () => {
    const { page, errors } = await explorer.open('/?lang=en&around=lei-jun');
    const before = await still(page);
    await clickNode(page, 'Xiaomi');
    await shown(page, page.getByRole('heading', { name: 'Xiaomi', level: 2 }));
    await shown(page, page.locator(`.canvas:not([data-nodes="${before}"])`));
    expect(await still(page)).toBeGreaterThan(before);
    expect(page.url()).toContain('around=lei-jun,xiaomi&entity=xiaomi');
    await page.goBack();
    await shown(page, page.locator(`.canvas[data-nodes="${before}"]`));
    expect(page.url()).not.toContain('entity');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a click with Shift shows how a node is connected with the one that was open', async () => {
    const { page, errors } = await explorer.open('/?lang=en&around=lei-jun&entity=lei-jun');
    await still(page);
    await clickNode(page, 'Xiaomi', { shift: true });
    await shown(page, page.locator('.path').first());
    expect(page.url()).toContain('between=lei-jun,xiaomi');
    const paths = await page.locator('.path').allTextContents();
    for (const path of paths) expect(path).toMatch(/Lei Jun.*Xiaomi$/);
    expect(paths.some((path) => path.includes('founded'))).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a double click moves a node into the middle, where it stays when more is drawn', async () => {
    const { page, errors } = await explorer.open('/?lang=en&around=lei-jun');
    const before = await still(page);
    await clickNode(page, 'Xiaomi', { clickCount: 2 });
    await shown(page, page.locator(`.canvas:not([data-nodes="${before}"])`));
    await still(page);
    const { width = 0, height = 0 } = (await page.locator('.canvas').boundingBox()) ?? {};
    await expect
      .poll(
        async () => {
          const { x, y } = await placeOf(page, 'Xiaomi');
          return Math.hypot(x - width / 2, y - height / 2);
        },
        { timeout: 10_000 },
      )
      .toBeLessThan(3);
    expect(errors).toEqual([]);
    await page.context().close();
  });
}

/** Nodes on the canvas, once none moves. */
async function still(page: Page): Promise<number> {
  const canvas = page.locator('.canvas[aria-busy="false"]:not([data-nodes="0"])');
  await shown(page, canvas);
  return Number(await canvas.getAttribute('data-nodes'));
}

async function clickNode(
  page: Page,
  name: string,
  { shift = false, clickCount = 1 } = {},
): Promise<void> {
  const { x, y } = await placeOf(page, name);
  await page.locator('.canvas').click({
    ...{ position: { x, y }, clickCount, force: true },
    modifiers: shift ? ['Shift'] : [],
  });
}

/** Where a node stands on the canvas in pixels, as the picture that can be downloaded has it. */
async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'SVG' }).click(),
  ]);
  const svg = readFileSync(await download.path(), 'utf8');
  const outline = new RegExp(`<path d="([^"]+)"[^>]*><title>${name}</title>`).exec(svg)?.[1] ?? '';
  const numbers = (outline.match(/-?[\d.]+/g) ?? []).map(Number);
  const [left = 0, middle = 0, radius = 0] = numbers;
  if (outline.includes('a')) return { x: left + radius, y: middle };
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    x: mean(numbers.filter((_, at) => at % 2 === 0)),
    y: mean(numbers.filter((_, at) => at % 2 === 1)),
  };
}
