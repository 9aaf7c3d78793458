import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';

/** Drops a file onto Neo4j Browser, as from a folder beside it. */
export async function dropFile(page: Page, file: URL): Promise<void> {
  const given = { name: basename(file.pathname), base64: readFileSync(file, 'base64') };
  const transfer = await page.evaluateHandle(({ name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], name));
    return dropped;
  }, given);
  const target = page.locator('.filedrop');
  await target.dispatchEvent('dragenter', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}
