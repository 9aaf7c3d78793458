import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Explorer, shown } from '../support/explorer-page.ts';

const text = 'Rain fell. Acme Paper belongs to Acme Group, it said. Nobody asked.';
const claim = 'Acme Paper belongs to Acme Group';

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex');

/** A folder with a reader's copy of one document; the caller removes it. */
export function copiesFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-copies-'));
  writeFileSync(join(folder, 'memo.txt'), text);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** From a search to the words of a source. */
export function readingTests(explorer: Explorer): void {
  test('with keys alone: from the empty page to a passage in its surroundings, and to one without a copy', async () => {
    await addClaims(explorer.url());
    const { page, errors } = await explorer.open('/?lang=en');
    await shown(page, page.getByRole('heading', { name: 'Follow a claim to its source' }));
    await tabTo(page, /^Search$/);
    await page.keyboard.type('acme paper');
    await shown(page, page.getByRole('option', { name: /Acme Paper/ }));
    await page.keyboard.press('Enter');
    await shown(page, page.getByRole('heading', { name: 'Acme Paper', level: 2 }));
    const relation = page.getByRole('complementary').getByRole('link', { name: /^Acme Group/ });
    await shown(page, relation);
    await tabTo(page, /^Acme Group/);
    await page.keyboard.press('Enter');
    const passage = page.locator('blockquote');
    await shown(page, passage);
    expect(await passage.textContent()).toBe(text);
    expect(await passage.locator('mark').textContent()).toBe(claim);
    expect(await passage.getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Acme Paper subsidiary of Acme Group · Claimgraph');
    await tabTo(page, /no copy of the text here/);
    await page.keyboard.press('Enter');
    await shown(page, page.getByText(/starts the server with CLAIMGRAPH_DOCUMENTS/));
    expect(errors).toEqual([]);
    await page.context().close();
  });
}

/** Moves the focus on with Tab, to what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing that is called ${name} within 40 steps`);
}

/** A claim of two documents, of which the reader has one. */
async function addClaims(url: string): Promise<void> {
  const start = text.indexOf(claim);
  const end = start + claim.length;
  const said = (document: string) => ({
    ...{ kind: 'statement', document, subject: 'acme-paper', predicate: 'SUBSIDIARY_OF' },
    ...{ object: 'acme-group', modality: 'REPORTED' },
    passage: { start, end, sha256: sha256Of(claim) },
  });
  const records = [
    { kind: 'dataset', key: 'memos', title: 'Memos', licence: 'CC0-1.0' },
    { kind: 'entity', key: 'acme-paper', type: 'Company', nameEn: 'Acme Paper' },
    { kind: 'entity', key: 'acme-group', type: 'Company', nameEn: 'Acme Group' },
    {
      ...{ kind: 'document', key: 'memo', title: 'Memo', language: 'en' },
      ...{ textSha256: sha256Of(text), textLength: text.length },
    },
    { kind: 'document', key: 'memo-elsewhere', title: 'Memo elsewhere', language: 'en' },
    ...[said('memo'), said('memo-elsewhere')],
  ];
  const query = `mutation($records: [JSONObject!]!) {
    importStatements(input: { idempotencyKey: "memos", records: $records }) {
      statements { created } errors { record path message } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { records } }),
  });
  expect(await response.json()).toMatchObject({
    data: { importStatements: { statements: { created: 2 }, errors: [] } },
  });
}
