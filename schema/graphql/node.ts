import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { defineConnection } from './connections.ts';
import type { Context } from './context.ts';
import { type DecodedId, decodedOrNull, decodeId, keyOf } from './global-id.ts';
import { maximalIds } from './limits.ts';
import type { Parts } from './parts.ts';
import { presentNode } from './present-id.ts';
import { rowAt } from './selection/leads.ts';
import { kindsByType } from './selection/wishes.ts';

/** Tells Node which type a row is of; null stays null. */
export function asNode<Row extends object>(typename: string, row: Row | null) {
  return row && { __typename: typename, ...row };
}

/** `entity`, `node` and `nodes`. */
export function defineNodeFields({ builder, ontology, inputs }: Parts) {
  const Node = builder.nodeInterfaceRef();
  builder.queryField('entity', (t) =>
    t.field({
      type: 'Entity',
      nullable: true,
      description: 'One entity; null where there is none.',
      args: {
        ref: t.arg({ type: inputs.EntityRef, required: true, description: 'Which one.' }),
      },
      resolve: (_root, { ref }, context, info) =>
        rowAt('entity', keyOf(ref, ontology), context, info),
    }),
  );
  builder.queryField('node', (t) =>
    t.field({
      type: Node,
      nullable: true,
      description: 'Anything that has an id; null where there is nothing of that id.',
      args: { id: t.arg.id({ required: true, description: 'From an id field.' }) },
      resolve: (_root, { id }, context, info) => nodeOf(decodeId(id), context, info),
    }),
  );
  builder.queryField('nodes', (t) =>
    t.field({
      type: [Node],
      nullable: { list: false, items: true },
      description: 'Several by their ids, in the same order; null for each that is not there.',
      args: {
        ids: t.arg.idList({
          required: true,
          description: `From id fields, ${maximalIds} at most.`,
          validate: z.array(z.string()).max(maximalIds, `at most ${maximalIds} ids`),
        }),
      },
      complexity: ({ ids }) => ({ field: 1, multiplier: (ids as string[]).length }),
      resolve: (_root, { ids }, context, info) =>
        ids.map((id) => {
          const decoded = decodedOrNull(id);
          return decoded && nodeOf(decoded, context, info);
        }) as never,
    }),
  );
}

async function nodeOf(named: DecodedId, context: Context, info: GraphQLResolveInfo) {
  const { ontology, redirects } = context;
  const { typename, id } = presentNode(named, redirects, ontology);
  if (Object.hasOwn(ontology.entities, typename)) {
    const entity = await rowAt('entity', id, context, info);
    return entity?.label === typename ? asNode(typename, entity) : null;
  }
  const kind = kindsByType[typename];
  return kind ? asNode(typename, await rowAt(kind, id, context, info)) : null;
}

export function defineEntityConnection({ builder, pageInfo }: Parts) {
  return defineConnection<EntityRow>(builder, pageInfo, 'Entity', {
    type: 'Entity',
    of: (row) => row,
  });
}

export type EntityConnection = ReturnType<typeof defineEntityConnection>;
