import { z } from 'zod';
import {
  type ChangeRow,
  changeColumns,
  changeCount,
  changesOutside,
  pageOfChanges,
} from '../../src/graph/changes.ts';
import { decodeCursor, encodeCursor } from '../../src/graph/keyset.ts';
import { type PageArguments, pageFrom, pageRequest } from '../../src/graph/lists.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { defineConnection, pageArguments, pageCost } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { type EntityRef, keyOf } from '../graphql/global-id.ts';
import { defaultPage, namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { changeKinds } from './change-kinds.ts';

/** `Change`, the list of them, and the subscription to it. */
export function defineChanges({ builder, ontology, inputs, pageInfo }: Parts) {
  const ChangeKind = builder.enumType('ChangeKind', {
    description: 'What is done to the graph as one change.',
    values: Object.fromEntries(
      changeKinds.map((kind) => [kind, { description: kindDescriptions[kind] }]),
    ) as Record<ChangeRow['kind'], { description: string }>,
  });
  const Change = builder.objectRef<ChangeRow>('Change').implement({
    description: 'An entry in the log of what was done to the graph.',
    fields: (t) => ({
      sequence: t.exposeInt('sequence', {
        description: 'Its number: those of later changes are greater.',
      }),
      kind: t.field({ type: ChangeKind, description: 'What was done.', resolve: (c) => c.kind }),
      at: t.exposeString('at', {
        description: 'When, by the clock of the database: ISO 8601, UTC.',
      }),
      by: t.exposeString('by', {
        description: 'Who did it: a user of the machine, the name of a key, or who holds a token.',
      }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why, for a merge.' }),
      datasets: t.exposeStringList('datasets', { description: 'Keys of the datasets concerned.' }),
      documents: t.exposeStringList('documents', {
        description: 'Keys of the documents that were retracted by name.',
      }),
      entityKeys: t.stringList({
        nullable: true,
        description:
          'Keys of the entities that are not as before, or of which something else is said; null where they are more than 10,000.',
        resolve: ({ entities }) => entities,
      }),
      created: t.exposeInt('created', {
        description: 'Entities, documents, statements and relations that came.',
      }),
      updated: t.exposeInt('updated', { description: 'Those that changed.' }),
      retracted: t.exposeInt('retracted', { description: 'Those that went.' }),
      rejected: t.exposeInt('rejected', { description: 'Records that were refused.' }),
    }),
  });
  const connection = defineConnection<ChangeRow>(builder, pageInfo, 'Change', {
    ...{ type: Change as never, of: (row) => row },
  });
  builder.queryField('changes', (t) =>
    t.field({
      type: connection,
      description: 'The log of what was done to the graph, the latest first.',
      complexity: pageCost,
      args: {
        about: t.arg({
          type: [inputs.EntityRef],
          description: 'Those that concern one of these; changes too large to name any count.',
          validate: namedSome('entity'),
        }),
        ...pageArguments(t.arg),
      },
      resolve: (_root, { about, ...page }, context) =>
        changesPage(keysOf(about, context), page, context),
    }),
  );
  const event = builder.objectRef<ChangeRow>('ChangeEvent').implement({
    description: 'A change as it is told.',
    fields: (t) => ({
      cursor: t.string({
        description: 'With it as `since`, a later subscription goes on from here.',
        resolve: (row) => encodeCursor(changeColumns, [row.sequence]),
      }),
      change: t.field({ type: Change, description: 'What was done.', resolve: (row) => row }),
    }),
  });
  builder.subscriptionType({ description: 'What is told as it happens.' });
  builder.subscriptionField('changes', (t) =>
    t.field({
      type: event,
      description:
        'Each change of the graph as it is made, over server-sent events. Ends with the server: subscribe again with the last cursor.',
      args: {
        about: t.arg({
          type: [inputs.EntityRef],
          description: 'Those that concern one of these; changes too large to name any count.',
          validate: namedSome('entity'),
        }),
        since: t.arg.string({
          description:
            'A cursor: begins with what came after it. Without one, with what comes next.',
          validate: z.string().max(200, 'no cursor is as long as that').nullish(),
        }),
      },
      subscribe: async (_root, { about, since }, context) => {
        const { feed } = context;
        const from = since == null ? await feed.last() : sequenceOf(since);
        return feed.follow(from, keysOf(about, context)) as never;
      },
      resolve: (row) => row as unknown as ChangeRow,
    }),
  );

  /** With those that lead to them: an earlier change knows a merged entity by its own key. */
  function keysOf(refs: readonly EntityRef[] | null | undefined, { redirects }: Context) {
    if (refs == null) return null;
    const keys = new Set(refs.map((ref) => keyOf(ref, ontology)));
    const merged = [...redirects].filter(([, present]) => keys.has(present)).map(([key]) => key);
    return [...keys, ...merged];
  }
}

const kindDescriptions: Readonly<Record<ChangeRow['kind'], string>> = {
  IMPORT: 'Datasets were brought to what an input says.',
  RETRACTION: 'A document or a dataset was taken back.',
  MERGE: 'Two entities became one.',
  SPLIT: 'A merge was undone.',
};

async function changesPage(
  about: readonly string[] | null,
  args: PageArguments,
  { client }: Context,
) {
  const page = pageRequest(changeColumns, args, defaultPage);
  const rows = await client.read(compileQuestion(pageOfChanges, { about, page }));
  const items = rows.map((row) => ({ item: row, sort: [row.sequence] }));
  return pageFrom<ChangeRow>(items, page, changeColumns, {
    outside: async () => {
      const [row] = await client.read(compileQuestion(changesOutside, { about, page }));
      return row?.found ?? false;
    },
    total: async () => {
      const [row] = await client.read(compileQuestion(changeCount, { about }));
      return row?.count ?? 0;
    },
  });
}

function sequenceOf(cursor: string): number {
  return Number(decodeCursor(changeColumns, cursor)[0]);
}
