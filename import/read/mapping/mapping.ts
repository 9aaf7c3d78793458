import { dirname, join } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../../check/closest.ts';
import type { RecordSchemas } from '../../check/schemas.ts';
import { ImportError } from '../../import-error.ts';
import { type Column, columnsOf } from '../csv/columns.ts';
import { jsonPointer } from '../position.ts';
import { readYamlFile } from '../yaml-file.ts';
import { columnsIn, Template } from './template.ts';

/** Fields of a record by the names that they have as columns of a CSV file, and `type`. */
const Fields = z.object({ type: z.string() }).catchall(Template);

const MappedFile = z.strictObject({
  file: z.string(),
  /** What an object of the file is called in the report; else the file is named. */
  called: z.string().optional(),
  /** Between cells; else comma, semicolon or tab, whichever the header has. */
  delimiter: z.string().length(1).optional(),
  entity: Fields.optional(),
  relation: Fields.optional(),
  /** Entities that a row speaks of, for where nothing else describes them. */
  unlessDescribed: z.array(Fields).default([]),
  /** Columns that say nothing of their own. */
  leaveOut: z.array(z.string()).default([]),
  /** Why the ontology has no place for its rows, which are counted. */
  noCounterpart: z.string().optional(),
});

const Mapping = z.strictObject({
  /** Another mapping, of which files of other names are taken over, and the dataset where none is given. */
  extends: z.string().optional(),
  dataset: z.record(z.string(), z.unknown()).optional(),
  files: z.array(MappedFile).min(1),
});

/** A record to be made of a row. */
export interface MappedRecord {
  readonly kind: 'entity' | 'relation';
  readonly type: string;
  readonly fields: readonly (readonly [Column, Template])[];
}

/** How one file of a folder is read. */
export interface FileMapping {
  readonly file: string;
  readonly called: string;
  readonly delimiter: string | undefined;
  /** Null where a row is only counted. */
  readonly record: MappedRecord | null;
  readonly unlessDescribed: readonly MappedRecord[];
  /** All columns that the declaration names. */
  readonly columns: ReadonlySet<string>;
}

export interface FolderMapping {
  readonly path: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly files: readonly FileMapping[];
}

/** Reads the declaration of how a folder of other people's files is read. Throws an ImportError. */
export async function readMapping(path: string, schemas: RecordSchemas): Promise<FolderMapping> {
  const yaml = await readYamlFile(path).catch((cause) => {
    throw new ImportError(`--mapping: cannot read ${path}.`, { cause });
  });
  if ('readable' in yaml) {
    throw new ImportError(`--mapping: ${path}:${yaml.position.line} ${yaml.message}`);
  }
  const parsed = Mapping.safeParse(yaml.content);
  const problems: string[] = [];
  if (parsed.success) {
    const { files } = parsed.data;
    const base = parsed.data.extends;
    const from = base ? await readMapping(join(dirname(path), base), schemas) : null;
    const read = files.map((file) => fileMapping(file, schemas, problems));
    const named = new Set(read.map(({ file }) => file));
    if (named.size < read.length) problems.push('a file is declared twice; keep one of the two');
    const dataset = parsed.data.dataset ?? from?.dataset;
    const others = from?.files.filter(({ file }) => !named.has(file)) ?? [];
    if (dataset && problems.length === 0) return { path, dataset, files: [...others, ...read] };
    if (!dataset) problems.push('"dataset" is missing: give key and title');
  } else {
    problems.push(...parsed.error.issues.map((i) => `${jsonPointer(i.path)}: ${i.message}`));
  }
  throw new ImportError(`--mapping: ${path} does not hold together:\n- ${problems.join('\n- ')}`);
}

function fileMapping(
  { file, called, delimiter, ...given }: z.infer<typeof MappedFile>,
  schemas: RecordSchemas,
  problems: string[],
): FileMapping {
  const { entity, relation, noCounterpart, unlessDescribed, leaveOut } = given;
  const said = [entity, relation, noCounterpart].filter((each) => each !== undefined);
  if (said.length !== 1) {
    problems.push(`${file}: give exactly one of entity, relation and noCounterpart`);
  }
  const record = (kind: MappedRecord['kind'], fields: z.infer<typeof Fields>) => {
    const mapped = mappedRecord(kind, fields, schemas);
    if (typeof mapped !== 'string') return [mapped];
    problems.push(`${file}: ${mapped}`);
    return [];
  };
  const records = [
    ...(entity ? record('entity', entity) : []),
    ...(relation ? record('relation', relation) : []),
  ];
  const others = unlessDescribed.flatMap((fields) => record('entity', fields));
  const templates = [...records, ...others].flatMap(({ fields }) => fields.map(([, each]) => each));
  return {
    ...{ file, called: called ?? file, delimiter, record: records[0] ?? null },
    unlessDescribed: others,
    columns: new Set([...leaveOut, ...templates.flatMap(columnsIn)]),
  };
}

/** What is wrong, in words, where the ontology has no such type or field. */
function mappedRecord(
  kind: MappedRecord['kind'],
  { type, ...given }: z.infer<typeof Fields>,
  schemas: RecordSchemas,
): MappedRecord | string {
  const known: ReadonlyMap<string, z.ZodType> = schemas[kind];
  const schema = known.get(type);
  if (!schema) return `"${type}" is no ${kind} type${didYouMean(type, [...known.keys()])}`;
  const columns = columnsOf(schema);
  const names = columns.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return `${type} has no "${unknown}"; there are ${names.join(', ')}${didYouMean(unknown, names)}`;
  }
  const fields = columns.flatMap((column) => {
    const template = given[column.name] as Template | undefined;
    return template === undefined ? [] : [[column, template] as const];
  });
  return { kind, type, fields };
}
