import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EntityRecord, Kind, RecordOf, StatementRecord } from '../../import/check/records.ts';
import { recordSchemas } from '../../import/check/schemas.ts';
import { shapeOf } from '../../import/check/shape.ts';
import { statementId } from '../../import/identity.ts';
import { readYamlFolder } from '../../import/read/yaml.ts';
import { ontology } from '../../schema/ontology/ontology.ts';

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
  const statements: StatementRecord[] = [];
  for await (const reading of readYamlFolder(folder)) {
    if (!reading.readable) throw new Error(reading.message);
    if (reading.kind === 'entity') entities.push(recordOf('entity', reading.value));
    if (reading.kind === 'statement') statements.push(recordOf('statement', reading.value));
  }
  return { entities, statements };
}

const { entities, statements } = await read('xiaomi-expansion');
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

  it('names and describes every entity in both languages', () => {
    const lacking = entities.filter(
      (e) => !e.nameEn || !e.nameDe || !e.descriptionEn || !e.descriptionDe,
    );
    expect(lacking.map(({ key }) => key)).toEqual([]);
    expect(reference.entities.filter((e) => e.type === 'Place' && !(e.nameEn && e.nameDe))).toEqual(
      [],
    );
  });
});

// The articles are not ours to publish: only who has copies can compare. CI has them.
describe.runIf(existsSync(seeds) || process.env.CI)('beside the articles', () => {
  it('no summary, name or description copies eight words in a row', () => {
    const runs = new Set(
      readdirSync(seeds).flatMap((file) => runsOf(readFileSync(`${seeds}/${file}`, 'utf8'))),
    );
    const own = [
      ...statements.flatMap(({ summary }) => [summary?.en ?? '', summary?.de ?? '']),
      ...entities.flatMap((e) => [e.nameDe ?? '', e.descriptionDe ?? '', e.descriptionEn ?? '']),
    ];
    expect(runs.size).toBeGreaterThan(1_000);
    expect(own.filter((text) => runsOf(text).some((run) => runs.has(run)))).toEqual([]);
  });
});

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_word, index) => words.slice(index, index + 8).join(' '));
}
