import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse as parsePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ontologyWithImpacts } from '../../../examples/finkg-impacts/ontology.ts';
import type { ImportReport } from '../../../import/report/report.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { useEmptyGraph } from './support/empty-graph.ts';
import { sampleOfFinkg, sampleOfSnb } from './support/samples.ts';

const graph = useEmptyGraph();
const shared = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const mapping = (example: string) =>
  fileURLToPath(new URL(`../../../examples/${example}/mapping.yaml`, import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-examples-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Rows of each file by itself, under its name in the report: lines under a header, or items of a list. */
async function ownCounts(path: string, example: string): Promise<Record<string, number>> {
  const { files } = parse(await readFile(mapping(example), 'utf8')) as {
    readonly files: readonly { readonly file: string; readonly called?: string }[];
  };
  const counts = files.map(async ({ file, called }) => {
    const text = await readFile(join(path, file), 'utf8');
    const rows = file.endsWith('.json')
      ? JSON.parse(text).length
      : text.trimEnd().split('\n').length - 1;
    return [called ?? parsePath(file).name, rows] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

function accountedFor({ sources }: ImportReport): Record<string, number> {
  return Object.fromEntries(
    sources.types.map(({ type, loaded, repeated, withoutCounterpart }) => [
      type,
      loaded + repeated + withoutCounterpart,
    ]),
  );
}

test.each(['ldbc-snb', 'finkg-news'])(
  'of %s all rows are loaded or counted as having no counterpart, file by file',
  async (example) => {
    // The rejects of a folder land beside it.
    const path = join(folder, example);
    await cp(join(shared, example), path, { recursive: true });
    const report = await graph.importPath(path, { mapping: mapping(example) });
    expect(report).toMatchObject({ rejected: 0, datasets: [example] });
    expect(accountedFor(report)).toEqual(await ownCounts(path, example));
    const loaded = report.sources.types.filter((type) => type.loaded > 0);
    expect(loaded.length).toBeGreaterThanOrEqual(5);
    const { entity, relation } = report.byKind;
    const both = loaded.reduce((sum, type) => sum + type.loaded, 0);
    expect(entity.created + relation.created).toBeGreaterThanOrEqual(both);
  },
  300_000,
);

async function written(name: string, files: Readonly<Record<string, readonly string[]>>) {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, lines] of Object.entries(files)) {
    await writeFile(join(path, file), file.endsWith('.json') ? `[${lines}]` : lines.join('\n'));
  }
  return path;
}

/** With the header where it was. */
function reordered(
  files: Readonly<Record<string, readonly string[]>>,
  order: (lines: string[]) => string[],
) {
  return Object.fromEntries(
    Object.entries(files).map(([file, lines]) => {
      const headers = file.endsWith('.json') ? 0 : 1;
      return [file, [...lines.slice(0, headers), ...order(lines.slice(headers))]];
    }),
  );
}

const shuffled = (lines: string[]) =>
  lines
    .map((line, index) => ({ line, rank: (index * 7919 + 13) % 1009 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => line);

test.each([
  ['ldbc-snb', sampleOfSnb],
  ['finkg-news', sampleOfFinkg],
] as const)(
  'a sample of %s twice, reversed, shuffled is the same graph',
  async (example, sample) => {
    const files = await sample(join(shared, example));
    const options = { mapping: mapping(example) };
    const first = await graph.importPath(await written(`${example}-sample`, files), options);
    expect(first).toMatchObject({ rejected: 0, updated: 0 });
    expect(first.byKind.relation.created).toBeGreaterThan(50);
    const content = await graph.content();
    const nothing = { created: 0, updated: 0, retracted: 0, rejected: 0 };
    for (const order of [
      (lines: string[]) => lines,
      (lines: string[]) => lines.reverse(),
      shuffled,
    ]) {
      const path = await written(`${example}-sample`, reordered(files, order));
      expect(await graph.importPath(path, options)).toMatchObject(nothing);
      await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
      await graph.importPath(path, options);
      expect(await graph.content()).toEqual(content);
    }
  },
);

test('a copy of the ontology with one relation more takes what had no counterpart', async () => {
  const files = await sampleOfFinkg(join(shared, 'finkg-news'));
  const path = await written('finkg-impacts', files);
  const without = await graph.importPath(path, { mapping: mapping('finkg-news') });
  const options = { mapping: mapping('finkg-impacts'), ontology: ontologyWithImpacts };
  const report = await graph.importPath(path, options);
  const impacts = ({ sources }: ImportReport) => sources.types.find((t) => t.type === 'IMPACTS');
  const rows = (files['IMPACTS.csv']?.length ?? 0) - 1;
  const read = { type: 'IMPACTS', read: rows, repeated: 0 };
  expect(impacts(without)).toEqual({ ...read, loaded: 0, withoutCounterpart: rows });
  expect(impacts(report)).toEqual({ ...read, loaded: rows, withoutCounterpart: 0 });
  expect(report.byKind.relation).toMatchObject({ created: rows, retracted: 0 });
  const stored = cypher`MATCH (a:Event)-[r]->(:Company) WHERE type(r) = 'IMPACTS' RETURN count(r) AS row`;
  expect(await graph.values(stored)).toEqual([rows]);
});
