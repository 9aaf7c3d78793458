import { UserInputError } from '../../src/errors.ts';
import type { ConflictFilter } from '../../src/graph/filters/conflicts.ts';
import type { DocumentFilter } from '../../src/graph/filters/documents.ts';
import type { EntityFilter, RelationFilter } from '../../src/graph/filters/graph.ts';
import type { RangeFilter, StringFilter } from '../../src/graph/filters/scalars.ts';
import type { StatementFilter } from '../../src/graph/filters/statements.ts';
import type { Ontology } from '../ontology/define.ts';
import { bounded } from './filter-bounds.ts';
import { decodeId, type EntityRef, keyOf } from './global-id.ts';

type Given<Value> = Value | null | undefined;

/** A filter as a client writes it: entities by reference, own properties beside the rest. */
export interface EntityFilterInput {
  readonly and?: Given<readonly EntityFilterInput[]>;
  readonly or?: Given<readonly EntityFilterInput[]>;
  readonly not?: Given<EntityFilterInput>;
  readonly types?: Given<readonly string[]>;
  readonly ref?: Given<readonly EntityRef[]>;
  readonly name?: Given<StringFilter>;
  readonly relations?: Given<{
    readonly some?: Given<RelationFilterInput>;
    readonly none?: Given<RelationFilterInput>;
    readonly count?: Given<RangeFilter<number>>;
  }>;
}

export interface RelationFilterInput
  extends Omit<RelationFilter, 'and' | 'or' | 'not' | 'from' | 'to' | 'other'> {
  readonly and?: Given<readonly RelationFilterInput[]>;
  readonly or?: Given<readonly RelationFilterInput[]>;
  readonly not?: Given<RelationFilterInput>;
  readonly from?: Given<EntityFilterInput>;
  readonly to?: Given<EntityFilterInput>;
  readonly other?: Given<EntityFilterInput>;
}

export interface StatementFilterInput
  extends Omit<
    StatementFilter,
    'and' | 'or' | 'not' | 'subject' | 'object' | 'attributedTo' | 'origins' | 'documents'
  > {
  readonly and?: Given<readonly StatementFilterInput[]>;
  readonly or?: Given<readonly StatementFilterInput[]>;
  readonly not?: Given<StatementFilterInput>;
  readonly subject?: Given<EntityFilterInput>;
  readonly object?: Given<EntityFilterInput>;
  readonly attributedTo?: Given<readonly EntityRef[]>;
  readonly origins?: Given<readonly EntityRef[]>;
  readonly document?: Given<readonly string[]>;
}

export interface DocumentFilterInput
  extends Omit<DocumentFilter, 'and' | 'or' | 'not' | 'publisher' | 'basedOn'> {
  readonly and?: Given<readonly DocumentFilterInput[]>;
  readonly or?: Given<readonly DocumentFilterInput[]>;
  readonly not?: Given<DocumentFilterInput>;
  readonly publisher?: Given<readonly EntityRef[]>;
  readonly basedOn?: Given<readonly EntityRef[]>;
}

export interface ConflictFilterInput
  extends Omit<ConflictFilter, 'and' | 'or' | 'not' | 'about' | 'documents'> {
  readonly and?: Given<readonly ConflictFilterInput[]>;
  readonly or?: Given<readonly ConflictFilterInput[]>;
  readonly not?: Given<ConflictFilterInput>;
  readonly about?: Given<EntityFilterInput>;
  readonly document?: Given<readonly string[]>;
}

export function entityFilter(input: EntityFilterInput, ontology: Ontology): EntityFilter {
  return entityConditions(bounded(input), ontology);
}

function entityConditions(input: EntityFilterInput, ontology: Ontology): EntityFilter {
  const { and, or, not, types, ref, name, relations, ...properties } = input;
  const inner = (filter: EntityFilterInput) => entityConditions(filter, ontology);
  const related = (filter: RelationFilterInput) => relationConditions(filter, ontology);
  return {
    ...combined({ and, or, not }, inner),
    types,
    keys: keys(ref, ontology),
    name,
    relations: relations && {
      some: mapped(relations.some, related),
      none: mapped(relations.none, related),
      count: relations.count,
    },
    properties: given(properties),
  };
}

export function relationFilter(input: RelationFilterInput, ontology: Ontology): RelationFilter {
  return relationConditions(bounded(input), ontology);
}

function relationConditions(input: RelationFilterInput, ontology: Ontology): RelationFilter {
  const onEntity = (filter: EntityFilterInput) => entityConditions(filter, ontology);
  return {
    ...input,
    ...combined(input, (filter) => relationConditions(filter, ontology)),
    from: mapped(input.from, onEntity),
    to: mapped(input.to, onEntity),
    other: mapped(input.other, onEntity),
  };
}

export function statementFilter(input: StatementFilterInput, ontology: Ontology): StatementFilter {
  return statementConditions(bounded(input), ontology);
}

function statementConditions(input: StatementFilterInput, ontology: Ontology): StatementFilter {
  const onEntity = (filter: EntityFilterInput) => entityConditions(filter, ontology);
  const { document, ...rest } = input;
  return {
    ...rest,
    ...combined(input, (filter) => statementConditions(filter, ontology)),
    subject: mapped(input.subject, onEntity),
    object: mapped(input.object, onEntity),
    attributedTo: keys(input.attributedTo, ontology),
    origins: keys(input.origins, ontology),
    documents: document?.map(documentKey),
  };
}

export function documentFilter(input: DocumentFilterInput, ontology: Ontology): DocumentFilter {
  return documentConditions(bounded(input), ontology);
}

function documentConditions(input: DocumentFilterInput, ontology: Ontology): DocumentFilter {
  return {
    ...input,
    ...combined(input, (filter) => documentConditions(filter, ontology)),
    publisher: keys(input.publisher, ontology),
    basedOn: keys(input.basedOn, ontology),
  };
}

export function conflictFilter(input: ConflictFilterInput, ontology: Ontology): ConflictFilter {
  return conflictConditions(bounded(input), ontology);
}

function conflictConditions(input: ConflictFilterInput, ontology: Ontology): ConflictFilter {
  const { document, ...rest } = input;
  return {
    ...rest,
    ...combined(input, (filter) => conflictConditions(filter, ontology)),
    about: mapped(input.about, (filter) => entityConditions(filter, ontology)),
    documents: document?.map(documentKey),
  };
}

function combined<Input, Filter>(
  input: { and?: Given<readonly Input[]>; or?: Given<readonly Input[]>; not?: Given<Input> },
  inner: (filter: Input) => Filter,
) {
  return {
    and: input.and?.map(inner),
    or: input.or?.map(inner),
    not: mapped(input.not, inner),
  };
}

function mapped<Input, Result>(input: Given<Input>, map: (input: Input) => Result) {
  return input == null ? undefined : map(input);
}

function keys(refs: Given<readonly EntityRef[]>, ontology: Ontology) {
  return refs?.map((ref) => keyOf(ref, ontology));
}

/** Own properties are filtered by a list of values or by a text, as the schema has them. */
function given(properties: Readonly<Record<string, unknown>>): EntityFilter['properties'] {
  const present = Object.entries(properties).filter(([, condition]) => condition != null);
  return Object.fromEntries(present) as EntityFilter['properties'];
}

function documentKey(encoded: string): string {
  const { typename, id } = decodeId(encoded);
  if (typename !== 'Document') {
    throw new UserInputError(`'document' takes ids of documents, not of a ${typename}.`);
  }
  return id;
}
