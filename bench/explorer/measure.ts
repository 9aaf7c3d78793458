import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/support/browser.ts';
import { large } from './large-answer.ts';

/** A running server with the bundled data: `npm start` beside this. */
const url = process.env.CLAIMGRAPH_URL ?? 'http://127.0.0.1:4000';
const repeats = 7;

const browser = await launchBrowser();
try {
  await firstPaint(browser);
  await frames(browser);
  await expansion(browser);
} finally {
  await browser.close();
}

async function opened(from: Browser): Promise<Page> {
  return (await from.newContext({ viewport: { width: 1300, height: 850 } })).newPage();
}

async function firstPaint(from: Browser): Promise<void> {
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const page = await opened(from);
    await page.goto(url);
    times.push(
      await page.evaluate<number>(`new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      })`),
    );
    await page.context().close();
  }
  say('first contentful paint', times);
}

/** Zooms in and out on 5,000 nodes and 20,000 relations. */
async function frames(from: Browser): Promise<void> {
  const page = await opened(from);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"Neighbourhood"')
      ? route.fulfill({ json: large(5_000, 20_000) })
      : route.continue(),
  );
  await page.goto(`${url}/?around=n0`);
  await page.locator('.canvas[data-nodes="5000"]').waitFor();
  const times = await page.evaluate<number[]>(`new Promise((resolve) => {
    const canvas = document.querySelector('.canvas').lastElementChild;
    const times = [];
    let last = performance.now();
    const frame = (now) => {
      times.push(now - last);
      last = now;
      const deltaY = times.length % 40 < 20 ? -40 : 40;
      const wheel = { deltaY, clientX: 500, clientY: 400, bubbles: true, cancelable: true };
      canvas.dispatchEvent(new WheelEvent('wheel', wheel));
      if (times.length < 80) requestAnimationFrame(frame);
      else resolve(times.slice(10));
    };
    requestAnimationFrame(frame);
  })`);
  say('frame with 5,000 nodes and 20,000 relations, zooming', times);
  await page.context().close();
}

/** From opening Xiaomi beside Lei Jun until it is drawn, and the same question asked bare. */
async function expansion(from: Browser): Promise<void> {
  const page = await opened(from);
  const [drawn, bare]: [number[], number[]] = [[], []];
  let body = '';
  page.on('request', (request) => {
    const text = request.postData();
    if (text?.includes('"Neighbourhood"')) body = text;
  });
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await page.goto(`${url}/?lang=en&around=lei-jun`);
    await page.locator('.canvas:not([data-nodes="0"])').waitFor();
    drawn.push(
      await page.evaluate<number>(`new Promise((resolve) => {
        const canvas = document.querySelector('.canvas');
        const before = performance.now();
        const done = () => resolve(performance.now() - before);
        new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(done)))
          .observe(canvas, { attributeFilter: ['data-nodes'] });
        history.pushState(null, '', '?lang=en&around=lei-jun,xiaomi');
        dispatchEvent(new PopStateEvent('popstate'));
      })`),
    );
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    bare.push(
      await page.evaluate<number>(`(async () => {
        const before = performance.now();
        await (await fetch('/graphql', ${JSON.stringify(init)})).json();
        return performance.now() - before;
      })()`),
    );
  }
  say('expanding Xiaomi, until drawn', drawn);
  say('the same question, bare', bare);
  await page.context().close();
}

function say(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  process.stdout.write(`${what}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms\n`);
}
