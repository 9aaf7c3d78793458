import { expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser.ts';
import { dropFile } from './support/drop-file.ts';
import { logIn } from './support/log-in.ts';
import { runningProduct } from './support/product.ts';

const server = runningProduct();

const question = `MATCH p=(:Person {key:'lei-jun'})-[:ANNOUNCED]->(:Plan)-[:TARGETS]->(:Place) RETURN p`;

// Offline, Neo4j Browser asks in vain for fonts (fonts.googleapis.com), its statistics
// (cdn.segment.com) and its feedback form (canny.io): none of them is ours, or needed.
test('Neo4j Browser logs in with what the banner says, and draws entities under their names', async () => {
  const browser = await launchBrowser();
  const { page } = await watchedPage(await browser.newContext());
  try {
    await page.goto(server().neo4j?.browserUrl ?? '');
    await logIn(page, server());

    await page.getByTestId('activeEditor').click();
    await page.keyboard.insertText(question);
    await page.getByTestId('editor-Run').click();
    const circles = page.locator('svg g.node');
    await circles.first().waitFor();
    const captions = await circles.evaluateAll((nodes) =>
      nodes.map(({ textContent }) => textContent),
    );
    expect(captions.map((caption) => caption?.replaceAll(/\s+/g, ' ').trim()).sort()).toEqual([
      'Europe',
      'Lei Jun',
      // Neo4j Browser cuts what has no room in the circle.
      expect.stringMatching(/^Xiaomi cars in/),
    ]);
  } finally {
    await browser.close();
  }
});

const folder = new URL('../../docs/neo4j-browser/', import.meta.url);

test('Neo4j Browser takes the style file and the saved queries that are dropped onto it', async () => {
  const browser = await launchBrowser();
  const { page } = await watchedPage(await browser.newContext());
  try {
    await page.goto(server().neo4j?.browserUrl ?? '');
    await logIn(page, server());

    await dropFile(page, new URL('claimgraph.grass', folder));
    await page.getByText('node.Person {').first().waitFor();
    await page.getByTestId('activeEditor').click();
    await page.keyboard.insertText(question);
    await page.getByTestId('editor-Run').click();
    const circles = page.locator('svg g.node circle.b-outline');
    await circles.first().waitFor();
    const colours = await circles.evaluateAll((drawn) => drawn.map((c) => c.getAttribute('fill')));
    // A person, a plan and a place.
    expect(colours.sort()).toEqual(['#00795b', '#d55e00', '#f0e442']);

    await dropFile(page, new URL('saved-queries.zip', folder));
    await page.getByTestId('navigationFavorites').click();
    await page.getByText('Claimgraph', { exact: true }).click();
    await page.getByText('Who announced which plans?').first().waitFor();
  } finally {
    await browser.close();
  }
});
