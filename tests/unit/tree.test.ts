import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['schema', 'import', 'export', 'src', 'explorer/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

/** What a file imports: packages by name, files by their path from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import)(?:\s+|\()'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.map((target) =>
    target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target,
  );
}

function offenders(from: RegExp, allowed: RegExp): string[] {
  return sources
    .filter((file) => from.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed.test(target))
        .map((target) => `${file} → ${target}`),
    );
}

describe('the rule of the tree', () => {
  it('the ontology imports zod and nothing else', () => {
    expect(offenders(/^schema\/ontology\//, /^(zod$|schema\/ontology\/)/)).toEqual([]);
  });

  it('how claims add up and how names are folded depends on the ontology alone', () => {
    expect(
      offenders(/^schema\/(claims|text)\//, /^(zod|edtf|schema\/(ontology|claims|text)\/.*)$/),
    ).toEqual([]);
  });

  it('the import reaches the database through the client, and nothing else of the server', () => {
    const files = offenders(
      /^import\//,
      /^(?!src\/)|^src\/(graph\/(client|cypher|mentions|question|reader|stored-values)|errors)\.ts$/,
    );
    // The command line opens the database that the environment names, or makes it anew.
    const doors = ['with-graph.ts → src/open-graph.ts', 'bulk-import.ts → src/new-graph.ts'];
    expect(files.filter((line) => !doors.some((door) => line.endsWith(`/${door}`)))).toEqual([]);
  });

  it('the export reads by the questions of the import, and nothing depends on it', () => {
    const files = offenders(
      /^export\//,
      /^(?!src\/|import\/)|^src\/(graph\/(client|cypher|literals|mentions|question|reader)|errors)\.ts$|^import\/(identity|commands\/(run-program|with-graph)|check\/(closest|graph-keys|records)|redirects\/redirects|write\/([a-z]+-questions|statement-record|as-said))\.ts$/,
    );
    expect(files).toEqual([]);
    expect(offenders(/^(schema|import|src)\//, /^(?!export\/)/)).toEqual([]);
  });

  it('the server enters the import by one door', () => {
    const entered = offenders(/^(src|schema)\//, /^(?!import\/)|^import\/import\.ts$/);
    // What mutations do beside importing.
    expect(entered.filter((line) => !line.startsWith('src/writer.ts → '))).toEqual([]);
  });

  it('the MCP server asks GraphQL, and its start and in-process.ts alone open a graph', () => {
    const reached = offenders(
      /^src\/mcp\/(?!(main|in-process)\.ts)/,
      /^(?!src\/|schema\/|import\/|neo4j-driver)|^src\/(mcp\/.*|errors\.ts|listen\.ts)$|^schema\/(ontology|claims)\//,
    );
    expect(reached).toEqual([]);
  });

  it('nothing depends on tests, on the benchmark or on the explorer', () => {
    expect(offenders(/^(?!explorer\/)/, /^(?!(tests|bench|explorer)\/)/)).toEqual([]);
  });

  it('the explorer knows the server by its schema alone, and shares the words of its exports', () => {
    const known =
      /^(?!(schema|import|export|src|tests|bench)\/)|^export\/formats\/(xml|jsonld\/vocabulary)\.ts$/;
    expect(offenders(/^explorer\//, known)).toEqual([]);
  });

  it('every file is named after what it holds, in kebab-case', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|base|manager|misc)(\.|\/|$)/;
    expect(sources.filter((file) => drawers.test(file) || /[A-Z_]/.test(file))).toEqual([]);
  });
});
