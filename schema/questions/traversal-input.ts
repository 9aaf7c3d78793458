import { z } from 'zod';
import { UserInputError } from '../../src/errors.ts';
import { maximalHops } from '../../src/graph/paths.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Traversal } from '../../src/graph/traversal.ts';
import type { Context } from '../graphql/context.ts';
import {
  type EntityFilterInput,
  entityFilter,
  type RelationFilterInput,
  relationFilter,
} from '../graphql/filter-inputs.ts';
import { type EntityRef, keyOf } from '../graphql/global-id.ts';
import { maximalIds } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import type { Ontology } from '../ontology/define.ts';

export interface TraversalInput {
  readonly types?: readonly string[] | null | undefined;
  readonly direction?: string | null | undefined;
  readonly maxHops?: number | null | undefined;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly through?: EntityFilterInput | null | undefined;
  readonly avoid?: readonly EntityRef[] | null | undefined;
}

/** Hops where nothing is said. */
export const defaultHops = 3;

export function defineTraversalInput({ builder, enums, inputs }: Parts) {
  return builder.inputRef<TraversalInput>('TraversalInput').implement({
    description: 'Which way a search may go.',
    fields: (t) => ({
      types: t.field({
        type: [enums.RelationType],
        description: 'Over relations of these types; of any type, if nothing is said.',
        validate: z.array(z.unknown()).min(1, 'names no type: leave it out for all').nullish(),
      }),
      direction: t.field({
        type: enums.Direction,
        defaultValue: 'BOTH',
        description: 'Which way each relation is followed.',
      }),
      maxHops: t.int({
        defaultValue: defaultHops,
        description: `How many relations in a row, ${maximalHops} at most.`,
        validate: z
          .number()
          .min(1, 'at least 1 hop')
          .max(maximalHops, `at most ${maximalHops} hops`)
          .nullish(),
      }),
      filter: t.field({
        type: inputs.RelationFilter,
        description: 'Holds for every relation on the way, while the search goes on.',
      }),
      through: t.field({
        type: inputs.EntityFilter,
        description: 'Holds for the entities between; the ends are free.',
      }),
      avoid: t.field({
        type: [inputs.EntityRef],
        description: 'Entities that may not lie between.',
        validate: z.array(z.unknown()).max(maximalIds, `at most ${maximalIds}`).nullish(),
      }),
    }),
  });
}

export type TraversalInputRef = ReturnType<typeof defineTraversalInput>;

export function traversalOf(via: TraversalInput | null | undefined, ontology: Ontology): Traversal {
  const { types, direction, maxHops, filter, through, avoid } = via ?? {};
  return {
    ontology,
    types: types ?? undefined,
    direction: (direction ?? 'BOTH') as Traversal['direction'],
    maxHops: maxHops ?? defaultHops,
    filter: filter ? relationFilter(filter, ontology) : undefined,
    through: through ? entityFilter(through, ontology) : undefined,
    avoid: avoid?.map((ref) => keyOf(ref, ontology)),
  };
}

/** The entities named. Throws {@link UserInputError} that names those which are not there. */
export async function entitiesNamed(
  refs: readonly EntityRef[],
  argument: string,
  { loaders, ontology }: Context,
): Promise<EntityRow[]> {
  if (refs.length === 0 || refs.length > maximalIds) {
    throw new UserInputError(`'${argument}' takes from 1 to ${maximalIds} entities.`);
  }
  const keys = [...new Set(refs.map((ref) => keyOf(ref, ontology)))];
  const rows = await Promise.all(keys.map((key) => loaders.entity(key)));
  const missing = keys.filter((_key, index) => rows[index] === null);
  if (missing.length > 0) {
    throw new UserInputError(
      `'${argument}' names what is not in the graph: ${missing.join(', ').slice(0, 200)}. 'search' finds keys.`,
    );
  }
  return rows.filter((row) => row !== null);
}
