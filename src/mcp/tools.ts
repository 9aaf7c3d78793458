import { z } from 'zod';
import { conflictKinds } from '../../schema/claims/conflict.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import * as answers from './answers/answers.ts';
import { entity, pageArguments, viewArguments } from './arguments.ts';
import {
  conflictsText,
  entityText,
  pathsText,
  promisesText,
  relationsText,
  searchText,
  timelineText,
} from './text/answer-text.ts';

export interface Tool {
  readonly operation: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** The answer for people to read, or for models that see text alone. */
  readonly text: (data: never) => string;
  /** Arguments that name entities, beside publishers. */
  readonly entities: readonly string[];
  /** Variables of the operation beside view, language and page. */
  readonly variables: (given: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

const types = z
  .array(z.enum(Object.keys(ontology.relations)))
  .min(1)
  .optional()
  .describe('Types of relation; all, if left out.');
const ref = (given: unknown) => [{ key: given }];
const relatedTo = (type: string[] | undefined, given: unknown) =>
  given
    ? [{ relations: { some: { ...(type ? { types: type } : {}), other: { ref: ref(given) } } } }]
    : [];

export const tools: Readonly<Record<string, Tool>> = {
  search: {
    operation: 'Search',
    ...{ output: answers.Search, text: searchText, entities: [] },
    description:
      'Finds entities by words, in English, German or any script, with their latest claims. Start here where you do not know what there is. Several hits may bear one name; read the descriptions.',
    input: z.strictObject({
      query: z.string().min(1).max(500),
      ...pageArguments,
      ...viewArguments,
    }),
    variables: ({ query }) => ({ query, claims: 2 }),
  },
  entity: {
    operation: 'Entity',
    ...{ output: answers.Entity, text: entityText, entities: ['entity'] },
    description:
      'One entity: description, attribute values with alternatives, strongest relations, and for a plan its status, due date and every date ever stated.',
    input: z.strictObject({ entity, first: pageArguments.first, ...viewArguments }),
    variables: ({ entity }) => ({ key: entity, claims: 1 }),
  },
  relations: {
    operation: 'Relations',
    ...{ output: answers.Relations, text: relationsText, entities: ['entity'] },
    description: 'Relations of one entity, those of most independent sources first, with claims.',
    input: z.strictObject({
      ...{ entity, types },
      direction: z.enum(['OUT', 'IN', 'BOTH']).default('BOTH'),
      ...{ ...pageArguments, ...viewArguments },
    }),
    variables: ({ entity, types, direction }) => ({
      ...{ key: entity, direction, claims: 2 },
      filter: types ? { types } : null,
    }),
  },
  paths: {
    operation: 'Paths',
    ...{ output: answers.Paths, text: pathsText, entities: ['from', 'to'] },
    description:
      'How two entities are connected, nearest first, with claims behind every hop. completeness says whether the answer is cut short, and why.',
    input: z.strictObject({
      ...{ from: entity, to: entity, types },
      maxHops: z.int().min(1).max(8).default(3),
      ...{ ...pageArguments, ...viewArguments },
    }),
    variables: ({ from, to, types, maxHops }) => ({
      ...{ from: ref(from), to: ref(to), claims: 1 },
      via: { maxHops, ...(types ? { types } : {}) },
    }),
  },
  timeline: {
    operation: 'Timeline',
    ...{ output: answers.Timeline, text: timelineText, entities: ['entity'] },
    description:
      'Claims that mention an entity, by the time they speak of; those without one are left out.',
    input: z.strictObject({ entity, ...pageArguments, ...viewArguments }),
    variables: ({ entity }) => ({ key: entity }),
  },
  conflicts: {
    operation: 'Conflicts',
    ...{ output: answers.Conflicts, text: conflictsText, entities: ['about'] },
    description: 'Claims that contradict each other, of the whole graph or about one entity.',
    input: z.strictObject({
      about: entity.optional(),
      kinds: z.array(z.enum(conflictKinds)).min(1).optional(),
      ...{ ...pageArguments, ...viewArguments },
    }),
    variables: ({ about, kinds }) => ({
      filter: { ...(kinds ? { kinds } : {}), ...(about ? { about: { ref: ref(about) } } : {}) },
    }),
  },
  promises: {
    operation: 'Promises',
    ...{ output: answers.Promises, text: promisesText, entities: ['by', 'about'] },
    description:
      'Plans with status, due date and its revisions, and who announced them: by whom, about which place, product or company, or all.',
    input: z.strictObject({
      by: entity.optional().describe('Who announced it.'),
      about: entity
        .optional()
        .describe('The very entity it concerns; a place does not stand for its parts.'),
      ...{ ...pageArguments, ...viewArguments },
    }),
    variables: ({ by, about }) => ({
      claims: 1,
      filter: { and: [{}, ...relatedTo(['ANNOUNCED'], by), ...relatedTo(undefined, about)] },
    }),
  },
};
