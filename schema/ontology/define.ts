import type { PropertyDeclaration } from './properties.ts';

export interface EntityDeclaration {
  /** The list of all of them, as a field of Query: `companies`. */
  readonly plural: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, PropertyDeclaration>>;
}

/** `instant`: true from then on. `state`: holds throughout a period. */
export type Holding = 'instant' | 'state';

export type Qualifier = 'place' | 'scope' | 'comparedTo';

export interface RelationDeclaration<Label extends string = string> {
  readonly from: readonly [Label, ...Label[]];
  readonly to: readonly [Label, ...Label[]];
  /** The connection on every `from` type. */
  readonly field: string;
  /** The connection on every `to` type; absent exactly when the relation is symmetric. */
  readonly inverse?: string;
  /** Stored once, from the smaller key, and read from both ends. */
  readonly symmetric?: true;
  /** Part of the relation's identity; absent where there are none. */
  readonly roles?: 'free' | readonly [string, ...string[]];
  /** What a statement of it may be limited to; no part of the relation's identity. */
  readonly qualifiers?: readonly [Qualifier, ...Qualifier[]];
  readonly holds: Holding;
  readonly description: string;
}

export type ValueKind =
  | { readonly kind: 'number'; readonly unit: 'currency' | readonly string[] }
  | { readonly kind: 'text'; readonly values?: readonly [string, ...string[]] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'time' };

export interface AttributeDeclaration<Label extends string = string> {
  readonly of: readonly [Label, ...Label[]];
  readonly value: ValueKind;
  readonly qualifiers: readonly Qualifier[];
  /** Whether two different values for one time, place and scope contradict each other. */
  readonly admits: 'one' | 'many';
  /** A field for the best supported value, on every type that may have the attribute. */
  readonly field?: string;
  readonly description: string;
}

export interface Ontology {
  readonly entities: Readonly<Record<string, EntityDeclaration>>;
  readonly relations: Readonly<Record<string, RelationDeclaration>>;
  readonly attributes: Readonly<Record<string, AttributeDeclaration>>;
}

export function defineEntities<const E extends Record<string, EntityDeclaration>>(entities: E): E {
  return entities;
}

export function defineRelations<
  E extends Record<string, EntityDeclaration>,
  const R extends Record<string, RelationDeclaration<keyof E & string>>,
>(_entities: E, relations: R): R {
  return relations;
}

export function defineAttributes<
  E extends Record<string, EntityDeclaration>,
  const A extends Record<string, AttributeDeclaration<keyof E & string>>,
>(_entities: E, attributes: A): A {
  return attributes;
}
