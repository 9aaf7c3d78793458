import { z } from 'zod';
import type {
  AttributeDeclaration,
  EntityDeclaration,
  Ontology,
  Qualifier,
  RelationDeclaration,
} from '../../schema/ontology/define.ts';
import { modalities, polarities } from '../../schema/ontology/statements.ts';
import { bothLanguages, key, sha256, strict, time, url, words } from './fields.ts';
import type {
  DatasetRecord,
  DocumentRecord,
  EntityRecord,
  RelationRecord,
  StatementRecord,
} from './records.ts';
import { valueSchema } from './value-schema.ts';

/** What an ontology takes: by kind, and where the ontology declares several, by their name. */
export interface RecordSchemas {
  readonly dataset: z.ZodType<DatasetRecord>;
  readonly document: z.ZodType<DocumentRecord>;
  /** By entity type. */
  readonly entity: ReadonlyMap<string, z.ZodType<EntityRecord>>;
  /** By predicate: relation types and attributes. */
  readonly statement: ReadonlyMap<string, z.ZodType<StatementRecord>>;
  /** By relation type. */
  readonly relation: ReadonlyMap<string, z.ZodType<RelationRecord>>;
}

/** Derived from the ontology and nothing else. */
export function recordSchemas({ entities, relations, attributes }: Ontology): RecordSchemas {
  return {
    dataset,
    document,
    entity: eachOf(entities, entitySchema),
    statement: new Map([
      ...eachOf(relations, relationStatementSchema),
      ...eachOf(attributes, attributeStatementSchema),
    ]),
    relation: eachOf(relations, relationSchema),
  };
}

function eachOf<D, S>(declarations: Readonly<Record<string, D>>, schema: (d: D, n: string) => S) {
  return new Map(Object.entries(declarations).map(([name, d]) => [name, schema(d, name)]));
}

const dataset = strict({
  key,
  title: words,
  titleDe: words.optional(),
  licence: words.optional(),
  description: words.optional(),
  descriptionDe: words.optional(),
  source: words.optional(),
  precedence: z.int().min(0).default(100),
  partial: z.boolean().optional(),
});

const document = strict({
  key,
  title: words,
  titleInferred: z.boolean().default(false),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
    error: 'a language is a BCP 47 tag, such as de or en-GB',
  }),
  url: url.optional(),
  publishedAt: time.optional(),
  publisher: key.optional(),
  basedOn: z.array(key).default([]),
  textSha256: sha256.optional(),
  textLength: z.int().min(0).optional(),
});

function entitySchema({ properties }: EntityDeclaration, type: string): z.ZodType<EntityRecord> {
  const own = Object.entries(properties).map(([name, { schema }]) => [name, schema.optional()]);
  return strict({
    key,
    type: z.literal(type),
    nameEn: words.optional(),
    nameDe: words.optional(),
    aliases: z.array(words).default([]),
    descriptionEn: words.optional(),
    descriptionDe: words.optional(),
    sameAs: z.array(url).default([]),
    properties: strict(Object.fromEntries(own) as Record<string, z.ZodOptional>).default({}),
  }).refine(({ nameEn, nameDe }) => nameEn !== undefined || nameDe !== undefined, {
    error: 'a name is missing: give nameEn, nameDe or both',
  });
}

const claim = {
  document: key,
  subject: key,
  modality: z.enum(modalities),
  polarity: z.enum(polarities).default('AFFIRMED'),
  time: time.optional(),
  saidAt: time.optional(),
  attributedTo: z.array(key).default([]),
  attribution: bothLanguages.optional(),
  via: key.optional(),
  summary: bothLanguages.optional(),
  passage: strict({ start: z.int().min(0), end: z.int().min(1), sha256 })
    .refine(({ start, end }) => start < end, { error: 'end must be larger than start' })
    .optional(),
};

function relationStatementSchema(declaration: RelationDeclaration, type: string) {
  const own = { predicate: z.literal(type), object: key, ...roleField(declaration) };
  const shape = { ...claim, ...own, ...qualifierFields(declaration.qualifiers) };
  return strict(shape) as z.ZodType<StatementRecord>;
}

function attributeStatementSchema({ value, qualifiers }: AttributeDeclaration, name: string) {
  const own = { predicate: z.literal(name), value: valueSchema(value) };
  const shape = { ...claim, ...own, ...qualifierFields(qualifiers) };
  return strict(shape) as z.ZodType<unknown> as z.ZodType<StatementRecord>;
}

function relationSchema(declaration: RelationDeclaration, type: string) {
  const own = { type: z.literal(type), from: key, to: key, period: time.optional() };
  return strict({ ...own, ...roleField(declaration) }) as z.ZodType<RelationRecord>;
}

function qualifierFields(qualifiers: readonly Qualifier[] = []) {
  const fields = { place: key.optional(), scope: words.optional(), comparedTo: key.optional() };
  return Object.fromEntries(qualifiers.map((qualifier) => [qualifier, fields[qualifier]]));
}

function roleField({ roles }: RelationDeclaration): { role?: z.ZodOptional<z.ZodType<string>> } {
  if (!roles) return {};
  return { role: (roles === 'free' ? words : z.enum(roles)).optional() };
}
