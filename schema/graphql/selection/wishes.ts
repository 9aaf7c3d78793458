import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { RowKind } from '../../../src/graph/rows/kinds.ts';
import type { Ontology } from '../../ontology/define.ts';
import type { ListWish } from './ask.ts';
import { type Operation, selectedFields } from './fields.ts';
import { type Needs, needsOf } from './needs.ts';

/** A place in a document where rows of one kind are asked for. */
export interface Asking {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
}

/** A kind of row, or what a list knows of a relation beside the row: its evidence under a view. */
export type PartKind = RowKind | 'summary';

/** What a field asks of the items that its answer is made of. */
export interface Wishes {
  /** Where each kind of row is asked for: of a hop, the relation in one place, the entity in another. */
  readonly askings: ReadonlyMap<PartKind, readonly Asking[]>;
  /** Columns that fields beside the rows are computed from. */
  readonly columns: ReadonlyMap<PartKind, ReadonlySet<string>>;
  /** What is asked for beside the rows. */
  readonly also: ReadonlySet<ListWish>;
}

/** Walks down from a field to the rows that it returns, through connections, edges and hops. */
export function wishesOf(asking: Asking, operation: Operation, ontology: Ontology): Wishes {
  const askings = new Map<PartKind, Asking[]>();
  const columns = new Map<PartKind, Set<string>>();
  const also = new Set<ListWish>();
  const walk = ({ type, nodes }: Asking) => {
    const kind = kindOf(type, ontology);
    if (kind) {
      askings.set(kind, [...(askings.get(kind) ?? []), { type, nodes }]);
      return;
    }
    for (const concrete of concreteTypes(type, operation)) {
      for (const below of selectedFields(concrete, nodes, operation).values()) {
        const field = concrete.getFields()[below[0]?.name.value ?? ''];
        if (!field) continue;
        const needs = needsOf(field);
        note(needs);
        if (isCompositeType(getNamedType(field.type))) {
          walk({ type: getNamedType(field.type), nodes: below });
        }
      }
    }
  };
  const note = ({ of, also: more }: Needs) => {
    for (const [kind, names] of Object.entries(of ?? {}) as [PartKind, readonly string[]][]) {
      columns.set(kind, new Set([...(columns.get(kind) ?? []), ...names]));
    }
    if (more) also.add(more);
  };
  walk(asking);
  return { askings, columns, also };
}

/** The types of object that an answer of a type may be. */
export function concreteTypes(type: GraphQLNamedType, { schema }: Operation): GraphQLObjectType[] {
  if (isAbstractType(type)) return [...schema.getPossibleTypes(type)];
  return isObjectType(type) ? [type] : [];
}

/** The kinds of row that one type each stands for; the types of entity are those of the ontology. */
export const kindsByType: Readonly<Record<string, RowKind>> = {
  Relation: 'relation',
  Statement: 'statement',
  Document: 'document',
  Conflict: 'conflict',
};

const partsByType: Readonly<Record<string, PartKind>> = {
  ...kindsByType,
  Entity: 'entity',
  Evidence: 'summary',
};

/** The kind of row behind a type; null where there is none, or several. */
export function kindOf({ name }: GraphQLNamedType, ontology: Ontology): PartKind | null {
  return Object.hasOwn(ontology.entities, name) ? 'entity' : (partsByType[name] ?? null);
}
