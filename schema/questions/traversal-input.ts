import { z } from 'zod';
import { UserInputError } from '../../src/errors.ts';
import { type Direction, maximalHops, type Traversal } from '../../src/graph/traversal.ts';
import type { View } from '../claims/view.ts';
import type { Context } from '../graphql/context.ts';
import {
  type EntityFilterInput,
  entityFilter,
  type RelationFilterInput,
  relationFilter,
} from '../graphql/filter-inputs.ts';
import { type EntityRef, keyOf } from '../graphql/global-id.ts';
import { maximalIds, namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import type { Ontology } from '../ontology/define.ts';

export interface TraversalInput {
  readonly types?: readonly string[] | null | undefined;
  readonly direction?: Direction | null | undefined;
  readonly minHops?: number | null | undefined;
  readonly maxHops?: number | null | undefined;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly through?: EntityFilterInput | null | undefined;
  readonly avoid?: readonly EntityRef[] | null | undefined;
  readonly maxDegree?: number | null | undefined;
}

/** Hops where nothing is said. */
export const defaultHops = 3;

/** Between 1 and the most that a search may go. */
export const hops = z
  .number()
  .min(1, 'at least 1 hop')
  .max(maximalHops, `at most ${maximalHops} hops`)
  .nullish();

export function defineTraversalInput({ builder, enums, inputs }: Parts) {
  return builder.inputRef<TraversalInput>('TraversalInput').implement({
    description: 'Which way a search may go.',
    fields: (t) => ({
      types: t.field({
        type: [enums.RelationType],
        description: 'Over relations of these types; of any type, if nothing is said.',
        validate: namedSome('type'),
      }),
      direction: t.field({
        type: enums.Direction,
        defaultValue: 'BOTH',
        description: 'Which way each relation is followed.',
      }),
      minHops: t.int({
        defaultValue: 1,
        description: 'What is nearer is passed, but no answer.',
        validate: hops,
      }),
      maxHops: t.int({
        defaultValue: defaultHops,
        description: `How many relations in a row, ${maximalHops} at most.`,
        validate: hops,
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
      maxDegree: t.int({
        description:
          'Entities with more relations are not passed; the ends are free. The answer says when one was met.',
        validate: z.number().min(1, 'at least 1 relation').nullish(),
      }),
    }),
  });
}

export type TraversalInputRef = ReturnType<typeof defineTraversalInput>;

/** Throws {@link UserInputError} where the hops contradict each other. */
export function traversalOf(
  via: TraversalInput | null | undefined,
  view: View,
  ontology: Ontology,
): Traversal {
  const { types, direction, filter, through, avoid, maxDegree } = via ?? {};
  const [minHops, maxHops] = [via?.minHops ?? 1, via?.maxHops ?? defaultHops];
  if (minHops > maxHops) {
    throw new UserInputError(
      `'minHops' is ${minHops} and 'maxHops' ${maxHops}: nothing lies between. Raise 'maxHops'.`,
    );
  }
  return {
    ...{ ontology, view, minHops, maxHops },
    types: types ?? undefined,
    direction: direction ?? 'BOTH',
    filter: filter ? relationFilter(filter, ontology) : undefined,
    through: through ? entityFilter(through, ontology) : undefined,
    avoid: avoid?.map((ref) => keyOf(ref, ontology)),
    maxDegree: maxDegree ?? undefined,
  };
}

/** Which way a search goes, as JSON values: what tells it from others in one graph. */
export function wayOf({ ontology: _ontology, ...way }: Traversal): Omit<Traversal, 'ontology'> {
  return way;
}

/** The keys of the entities named, each once. Whether they are in the graph is another question. */
export function keysNamed(
  refs: readonly EntityRef[],
  argument: string,
  ontology: Ontology,
): string[] {
  if (refs.length === 0 || refs.length > maximalIds) {
    throw new UserInputError(`'${argument}' takes from 1 to ${maximalIds} entities.`);
  }
  return [...new Set(refs.map((ref) => keyOf(ref, ontology)))];
}

/**
 * For keys that an answer has not shown to be in the graph.
 * Throws {@link UserInputError} that names those which are not there.
 */
export async function requireNamed(
  keys: readonly string[],
  argument: string,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<void> {
  const rows = await Promise.all(keys.map((key) => loaders.entity(key)));
  const missing = keys.filter((_key, index) => rows[index] === null);
  if (missing.length > 0) {
    throw new UserInputError(
      `'${argument}' names what is not in the graph: ${missing.join(', ').slice(0, 200)}. 'search' finds keys.`,
    );
  }
}
