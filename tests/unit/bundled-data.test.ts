import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../import/check/copies.ts';
import { passageProblem } from '../../import/check/passages.ts';
import type {
  DocumentRecord,
  EntityRecord,
  Kind,
  RecordOf,
  StatementRecord,
} from '../../import/check/records.ts';
import { recordSchemas } from '../../import/check/schemas.ts';
import { shapeOf } from '../../import/check/shape.ts';
import { statementId } from '../../import/identity.ts';
import { readYamlFolder } from '../../import/read/yaml.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { modalities } from '../../schema/ontology/statements.ts';

const schemas = recordSchemas(ontology);
const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

function recordOf<K extends Kind>(kind: K, value: unknown): RecordOf[K] {
  const shaped = shapeOf(kind, value, schemas);
  if ('problem' in shaped) throw new Error(shaped.problem.message);
  return shaped.record;
}

async function read(dataset: string) {
  const folder = fileURLToPath(new URL(`../../import/data/${dataset}`, import.meta.url));
  const entities: EntityRecord[] = [];
  const documents: DocumentRecord[] = [];
  const statements: StatementRecord[] = [];
  for await (const reading of readYamlFolder(folder)) {
    if (!reading.readable) throw new Error(reading.message);
    if (reading.kind === 'entity') entities.push(recordOf('entity', reading.value));
    if (reading.kind === 'document') documents.push(recordOf('document', reading.value));
    if (reading.kind === 'statement') statements.push(recordOf('statement', reading.value));
  }
  return { entities, documents, statements };
}

const { entities, documents, statements } = await read('xiaomi-expansion');
const reference = await read('reference');

describe('the reading of the articles', () => {
  it('sums up every statement in both languages, and names its passage', () => {
    const lacking = statements.filter(
      ({ summary, passage }) => !summary?.en || !summary.de || !passage,
    );
    expect(statements.length).toBeGreaterThan(150);
    expect(lacking).toEqual([]);
  });

  it('has no statement of a document twice', () => {
    const ids = statements.map((statement) => statementId(statement, ontology));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('gives one origin to whatever an article says more than once', () => {
    const origins = new Map<string, Set<string | undefined>>();
    for (const { document, subject, predicate, object, value, role, via } of statements) {
      const claim = JSON.stringify([document, subject, predicate, object, value, role]);
      origins.set(claim, (origins.get(claim) ?? new Set()).add(via));
    }
    expect([...origins].filter(([, outlets]) => outlets.size > 1)).toEqual([]);
  });

  it('names and describes every entity in both languages, in one dataset or the other', () => {
    const said = new Map<string, string[]>();
    for (const { key, ...own } of [...reference.entities, ...entities]) {
      const fields = (['nameEn', 'nameDe', 'descriptionEn', 'descriptionDe'] as const).filter(
        (field) => own[field] !== undefined,
      );
      said.set(key, [...(said.get(key) ?? []), ...fields]);
    }
    const lacking = [...said].filter(([, fields]) => new Set(fields).size < 4);
    expect(lacking).toEqual([]);
  });

  it('has no entity that nothing speaks of', () => {
    const mentioned = new Set([...documents.flatMap(outletsOf), ...statements.flatMap(keysOf)]);
    const idle = entities.filter(({ key }) => !mentioned.has(key));
    expect(idle.map(({ key }) => key)).toEqual([]);
  });

  it('is given by the reference data places and further names, and no other entity', () => {
    const read = new Set(entities.map(({ key }) => key));
    const others = reference.entities.filter(({ key, type }) => type !== 'Place' && !read.has(key));
    expect(others).toEqual([]);
  });
});

describe('docs/dataset.md', () => {
  const text = readFileSync(new URL('../../docs/dataset.md', import.meta.url), 'utf8');

  it('tells how many statements each document has', () => {
    for (const { key } of documents) {
      const count = statements.filter(({ document }) => document === key).length;
      expect(text).toMatch(new RegExp(`\\| \`${key}\` \\|.*\\| ${count} \\|\n`));
    }
    expect(text).toContain(`| together | | | ${statements.length} |`);
  });

  it('tells how many entities of each type and statements of each modality there are', () => {
    const types = new Map([...reference.entities, ...entities].map(({ key, type }) => [key, type]));
    const counts = Object.keys(ontology.entities).map(
      (label) => [...types.values()].filter((type) => type === label).length,
    );
    expect(text).toContain(`\n| ${[...counts, types.size].join(' | ')} |\n`);
    const sure = modalities.map((each) => statements.filter((s) => s.modality === each).length);
    const denied = statements.filter(({ polarity }) => polarity === 'NEGATED').length;
    expect(text).toContain(`\n| ${[...sure, denied].join(' | ')} |\n`);
  });
});

function outletsOf({ publisher, basedOn }: DocumentRecord): string[] {
  return publisher === undefined ? [...basedOn] : [publisher, ...basedOn];
}

function keysOf({ subject, object, place, comparedTo, attributedTo }: StatementRecord) {
  return [subject, object, place, comparedTo, ...attributedTo];
}

// The articles are not ours to publish: only who has copies can compare. CI has them.
describe.runIf(existsSync(seeds) || process.env.CI)('beside the articles', () => {
  const texts = existsSync(seeds)
    ? readdirSync(seeds).map((file) => readFileSync(`${seeds}/${file}`))
    : [];

  it('every passage holds', () => {
    const byHash = new Map(texts.map((bytes) => [sha256Of(bytes), bytes.toString('utf8')]));
    const textOf = new Map(
      documents.map(({ key, textSha256 = '' }) => [key, Array.from(byHash.get(textSha256) ?? '')]),
    );
    const wrong = statements.filter(
      ({ document, passage }) => !passage || passageProblem(passage, textOf.get(document) ?? []),
    );
    expect(wrong).toEqual([]);
  });

  it('no file of the repository copies eight words in a row', () => {
    const runs = new Set(texts.flatMap((bytes) => runsOf(bytes.toString('utf8'))));
    const copying = ownFiles().filter((file) =>
      runsOf(readFileSync(file, 'utf8')).some((run) => runs.has(run)),
    );
    expect(runs.size).toBeGreaterThan(1_000);
    expect(copying).toEqual([]);
  });
});

/** Whatever people write in this repository, the data first of all. */
function ownFiles(): string[] {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folders = ['import', 'docs', 'schema', 'src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    ),
  );
  const written = folders.filter((file) => /\.(ya?ml|md|ts|graphql)$/.test(file));
  return [...written, join(root, 'README.md'), join(root, 'CHANGELOG.md')];
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_word, index) => words.slice(index, index + 8).join(' '));
}
