import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type WatchedPage, watchedPage } from '../../support/browser.ts';

/** The explorer of a running server. */
export interface Explorer {
  url(): string;
  /** A window of its own; the state from the slash on. */
  open(state: string, options?: BrowserContextOptions): Promise<WatchedPage>;
}

/** The explorer in a window of its own. */
export async function openedExplorer(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 850 }, ...options });
  const watched = await watchedPage(context);
  await watched.page.goto(address);
  return watched;
}

/**
 * Resolves once it is there. A database that has just come up may take longer to plan a question than
 * the server waits; the page then offers to ask again, as it does to a reader.
 */
export async function shown(page: Page, wanted: Locator): Promise<void> {
  const again = page.getByRole('button', { name: /Try again|Noch einmal/ });
  for (;;) {
    await wanted.or(again).first().waitFor();
    if (!(await again.first().isVisible())) return;
    await again.first().click();
  }
}
