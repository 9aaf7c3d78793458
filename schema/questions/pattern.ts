import { z } from 'zod';
import { UserInputError } from '../../src/errors.ts';
import {
  lengthsOf,
  maximalLengths,
  type Pattern,
  type PatternStep,
  sum,
} from '../../src/graph/matches.ts';
import { type Direction, maximalHops } from '../../src/graph/traversal.ts';
import type { View } from '../claims/view.ts';
import {
  type EntityFilterInput,
  entityFilter,
  type RelationFilterInput,
  relationFilter,
} from '../graphql/filter-inputs.ts';
import { type EntityRef, keyOf } from '../graphql/global-id.ts';
import { namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import type { Ontology } from '../ontology/define.ts';
import { hops } from './traversal-input.ts';

interface PatternNode {
  readonly as?: string | null | undefined;
  readonly types?: readonly string[] | null | undefined;
  readonly ref?: EntityRef | null | undefined;
  readonly filter?: EntityFilterInput | null | undefined;
}

interface PatternRelation {
  readonly as?: string | null | undefined;
  readonly types?: readonly string[] | null | undefined;
  readonly direction?: Direction | null | undefined;
  readonly minHops?: number | null | undefined;
  readonly maxHops?: number | null | undefined;
  readonly filter?: RelationFilterInput | null | undefined;
}

export interface PatternElement {
  readonly node?: PatternNode | null | undefined;
  readonly relation?: PatternRelation | null | undefined;
}

const types = namedSome('type');
const name = z.string().min(1, 'is empty').max(50, 'is longer than 50 characters').nullish();

export function definePatternElement({ builder, enums, inputs }: Parts) {
  const Node = builder.inputRef<PatternNode>('PatternNode').implement({
    description: 'An entity in a pattern. All conditions hold.',
    fields: (t) => ({
      as: t.string({ description: 'The name under which it is bound.', validate: name }),
      types: t.field({
        type: [enums.EntityType],
        description: 'Is of one of the types.',
        validate: types,
      }),
      ref: t.field({ type: inputs.EntityRef, description: 'Is this one.' }),
      filter: t.field({ type: inputs.EntityFilter, description: 'Is like this.' }),
    }),
  });
  const Relation = builder.inputRef<PatternRelation>('PatternRelation').implement({
    description: 'A relation in a pattern, from the node before it to the node after it.',
    fields: (t) => ({
      as: t.string({
        description: 'The name under which it is bound; each of several in a row is.',
        validate: name,
      }),
      types: t.field({
        type: [enums.RelationType],
        description: 'Is of one of the types.',
        validate: types,
      }),
      direction: t.field({
        type: enums.Direction,
        defaultValue: 'OUT',
        description: 'Which way it is read.',
      }),
      minHops: t.int({
        defaultValue: 1,
        description: 'At least so many in a row.',
        validate: hops,
      }),
      maxHops: t.int({ defaultValue: 1, description: 'At most so many.', validate: hops }),
      filter: t.field({ type: inputs.RelationFilter, description: 'Each of them is like this.' }),
    }),
  });
  return builder.inputRef<PatternElement>('PatternElement').implement({
    description: 'A part of a pattern: a node, a relation, a node, and so on.',
    isOneOf: true,
    fields: (t) => ({
      node: t.field({ type: Node, description: 'An entity.' }),
      relation: t.field({ type: Relation, description: 'A relation, or several in a row.' }),
    }),
  });
}

/** A pattern, and the names of its parts; null for a part without one. */
export interface NamedPattern {
  readonly pattern: Pattern;
  readonly nodeNames: readonly (string | null)[];
  readonly stepNames: readonly (string | null)[];
  /** Keys of the entities that it names. */
  readonly keys: readonly string[];
}

/** Throws {@link UserInputError} that says what to change in what is no pattern. */
export function patternOf(
  elements: readonly PatternElement[],
  view: View,
  ontology: Ontology,
): NamedPattern {
  const nodes = elements.flatMap(({ node }) => (node ? [node] : []));
  const relations = elements.flatMap(({ relation }) => (relation ? [relation] : []));
  refuseDisorder(elements);
  refuseTwice([...nodes, ...relations].flatMap(({ as }) => as ?? []));
  const steps = relations.map((relation) => stepOf(relation, ontology));
  refuseLength(steps);
  return {
    pattern: { ontology, view, nodes: nodes.map((node) => nodeFilter(node, ontology)), steps },
    nodeNames: nodes.map(({ as }) => as ?? null),
    stepNames: relations.map(({ as }) => as ?? null),
    keys: nodes.flatMap(({ ref }) => (ref ? [keyOf(ref, ontology)] : [])),
  };
}

function refuseDisorder(elements: readonly PatternElement[]) {
  if (elements.length === 0) {
    throw new UserInputError("'pattern' is empty. Begin with a node.");
  }
  for (const [index, { node }] of elements.entries()) {
    const [due, given] = index % 2 === 0 ? ['node', 'relation'] : ['relation', 'node'];
    if ((node ? 'node' : 'relation') !== due) {
      throw new UserInputError(
        `Element ${index + 1} of 'pattern' is a ${given} where a ${due} is due: they alternate. Put a ${due} before it.`,
      );
    }
  }
  if (elements.length % 2 === 0) {
    throw new UserInputError("'pattern' ends with a relation. Add the node that it leads to.");
  }
}

function refuseTwice(names: readonly string[]) {
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice !== undefined) {
    throw new UserInputError(`'as' gives the name '${twice}' twice. Give each part its own.`);
  }
}

function refuseLength(steps: readonly PatternStep[]) {
  const longest = sum(steps.map(({ maxHops }) => maxHops));
  if (longest > maximalHops) {
    throw new UserInputError(
      `'pattern' may become ${longest} hops long, and ${maximalHops} are the most. Lower 'maxHops', or leave out relations.`,
    );
  }
  const ways = lengthsOf({ steps }).length;
  if (ways > maximalLengths) {
    throw new UserInputError(
      `'pattern' has ${ways} ways to repeat its relations, and ${maximalLengths} are the most. Bring 'minHops' and 'maxHops' together.`,
    );
  }
}

function nodeFilter({ types: ofTypes, ref, filter }: PatternNode, ontology: Ontology) {
  return {
    ...(ofTypes && { types: ofTypes }),
    ...(ref && { keys: [keyOf(ref, ontology)] }),
    ...(filter && { and: [entityFilter(filter, ontology)] }),
  };
}

function stepOf(relation: PatternRelation, ontology: Ontology): PatternStep {
  const { types: ofTypes, direction, filter } = relation;
  const minHops = relation.minHops ?? 1;
  const maxHops = relation.maxHops ?? 1;
  if (minHops > maxHops) {
    throw new UserInputError(
      `A relation of 'pattern' is repeated from ${minHops} to ${maxHops} times. Raise 'maxHops'.`,
    );
  }
  return {
    ...{ minHops, maxHops, types: ofTypes ?? undefined },
    direction: direction ?? 'OUT',
    filter: filter ? relationFilter(filter, ontology) : undefined,
  };
}
