import type { WriteProblem } from '../../src/writer.ts';
import type { Builder } from '../graphql/builder.ts';
import type { Fields } from '../graphql/connections.ts';
import type { Enums } from '../graphql/enums.ts';
import type { InputFields } from '../graphql/scalar-filters.ts';

/** Things of one kind, by what became of them. */
interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retracted: number;
}

interface ConflictSide {
  readonly says: string;
  readonly statements: readonly { readonly id: string; readonly document: string }[];
}

interface ConflictChange {
  readonly id: string;
  readonly change: 'APPEARS' | 'GOES' | 'CHANGES';
  readonly before: DescribedConflict | null;
  readonly after: DescribedConflict | null;
}

interface DescribedConflict {
  readonly kind: string;
  readonly about: string;
  readonly sides: readonly ConflictSide[];
}

/** Something that kept a record, or all of it, from being written. */
export interface WriteErrorRow {
  readonly code: string;
  readonly message: string;
  /** Index into the records; null where it concerns the request. */
  readonly record: number | null;
  /** JSON pointer into the record. */
  readonly path: string | null;
}

/** What every mutation answers with. */
export interface Outcome {
  readonly dryRun: boolean;
  readonly errors: readonly WriteErrorRow[];
  readonly byKind: Readonly<Record<'entity' | 'document' | 'statement' | 'relation', Counts>>;
  readonly conflicts: readonly ConflictChange[];
}

const nothing: Counts = { created: 0, updated: 0, unchanged: 0, retracted: 0 };

/** Of a change that was not made. */
export function failed({ code, message }: WriteProblem, dryRun: boolean): Outcome {
  return {
    ...{ dryRun, conflicts: [], errors: [{ code, message, record: null, path: null }] },
    byKind: { entity: nothing, document: nothing, statement: nothing, relation: nothing },
  };
}

/** `dryRun` of an input. */
export function dryRunInput(t: InputFields) {
  return t.boolean({
    defaultValue: false,
    description: 'Says what would change, and changes nothing.',
  });
}

/** `WriteError`, `ChangeCounts`, `ConflictChange`, and the fields of a payload that are made of them. */
export function defineOutcome(builder: Builder, enums: Enums) {
  const WriteError = builder.objectRef<WriteErrorRow>('WriteError').implement({
    description: 'Why a record, or the whole request, was not written.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'For programs.' }),
      message: t.exposeString('message', { description: 'What to change.' }),
      record: t.exposeInt('record', {
        nullable: true,
        description: 'Which of the records, from 0; null where the whole request is meant.',
      }),
      path: t.exposeString('path', {
        nullable: true,
        description: 'Where in the record: a JSON pointer.',
      }),
    }),
  });
  const ChangeCounts = builder.objectRef<Counts>('ChangeCounts').implement({
    description: 'Things of one kind, by what became of them.',
    fields: (t) => ({
      created: t.exposeInt('created', { description: 'That were not there before.' }),
      updated: t.exposeInt('updated', { description: 'That were there otherwise.' }),
      unchanged: t.exposeInt('unchanged', { description: 'That were there as they are.' }),
      retracted: t.exposeInt('retracted', { description: 'That are no longer there.' }),
    }),
  });
  const ConflictChangeKind = builder.enumType('ConflictChangeKind', {
    description: 'What becomes of a conflict.',
    values: {
      APPEARS: { description: 'There was none.' },
      GOES: { description: 'There is none any more.' },
      CHANGES: { description: 'It is between other statements, or of another kind.' },
    },
  });
  const Side = builder.objectRef<ConflictSide>('ConflictSide').implement({
    description: 'One of the claims that contradict each other.',
    fields: (t) => ({
      says: t.exposeString('says', {
        description: 'The claim in words; a denial begins with not.',
      }),
      documents: t.stringList({
        description: 'Keys of the documents that say so.',
        resolve: ({ statements }) => [...new Set(statements.map(({ document }) => document))],
      }),
    }),
  });
  const Described = builder.objectRef<DescribedConflict>('DescribedConflict').implement({
    description: 'A conflict in words.',
    fields: (t) => ({
      kind: t.field({
        type: enums.ConflictKind,
        description: 'In what its statements contradict each other.',
        resolve: ({ kind }) => kind as never,
      }),
      about: t.exposeString('about', { description: 'What it is about.' }),
      sides: t.field({
        type: [Side],
        description: 'The claims.',
        resolve: ({ sides }) => [...sides],
      }),
    }),
  });
  const Conflict = builder.objectRef<ConflictChange>('ConflictChange').implement({
    description: 'A conflict that a change brings, ends or alters.',
    fields: (t) => ({
      change: t.field({
        type: ConflictChangeKind,
        description: 'What becomes of it.',
        resolve: ({ change }) => change,
      }),
      before: t.field({
        type: Described,
        nullable: true,
        description: 'As it was; null for one that appears.',
        resolve: ({ before }) => before,
      }),
      after: t.field({
        type: Described,
        nullable: true,
        description: 'As it is; null for one that goes.',
        resolve: ({ after }) => after,
      }),
    }),
  });
  const counts = (t: Fields<Outcome>, kind: keyof Outcome['byKind'], what: string) =>
    t.field({
      type: ChangeCounts,
      description: `${what}, by what became of them.`,
      resolve: ({ byKind }) => byKind[kind],
    });
  return (t: Fields<Outcome>) => ({
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether this only says what would change.' }),
    errors: t.field({
      type: [WriteError],
      description: 'What was refused and why; empty where all is in order.',
      resolve: ({ errors }) => [...errors],
    }),
    entities: counts(t, 'entity', 'Entities'),
    documents: counts(t, 'document', 'Documents'),
    statements: counts(t, 'statement', 'Statements'),
    relations: counts(t, 'relation', 'Relations'),
    conflicts: t.field({
      type: [Conflict],
      description: 'Conflicts that appear, go, or are between other claims than before.',
      resolve: ({ conflicts }) => [...conflicts],
    }),
  });
}

export type OutcomeFields = ReturnType<typeof defineOutcome>;
