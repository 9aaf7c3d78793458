import type { EntityType } from '../graphql/types.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  type: EntityType;
  shape: string;
  color: string;
  /** In full; the canvas cuts it. */
  name: string;
  onPath: boolean;
}

export interface EdgeAttributes {
  size: number;
  words: string;
  disputed: boolean;
  onPath: boolean;
  symmetric: boolean;
}

/** Colours of the canvas, from the style sheet. */
export interface Palette {
  readonly types: Readonly<Record<EntityType, string>>;
  readonly text: string;
  readonly ground: string;
  readonly edge: string;
  readonly path: string;
}

export function currentPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    types: {
      ...{ COMPANY: read('company'), PERSON: read('person'), PLACE: read('place') },
      ...{ PRODUCT: read('product'), PLAN: read('plan'), EVENT: read('event') },
    },
    ...{ text: read('text'), ground: read('ground'), edge: read('edge'), path: read('accent') },
  };
}

/** Pixels, for an entity with so many relations. */
export function nodeSize(degree: number | null): number {
  return Math.min(18, 5 + 2 * Math.log2(1 + (degree ?? 1)));
}

/** Pixels, for a relation with so many independent sources. */
export function edgeSize(sources: number): number {
  return Math.min(7, 1 + 1.1 * sources);
}

export const symmetricTypes: ReadonlySet<string> = new Set([
  ...['ALTERNATIVE_TO', 'PARTNERS_WITH', 'NEGOTIATES_WITH', 'COMPETES_WITH'],
]);

const longestLabel = 30;

export function labelOf(name: string): string {
  return name.length > longestLabel ? `${name.slice(0, longestLabel - 1).trimEnd()}…` : name;
}
