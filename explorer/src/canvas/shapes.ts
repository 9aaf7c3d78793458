import type { EntityType } from '../graphql/types.ts';

/** Corners within a circle of radius 1, first up, y upwards. A type without corners is that circle. */
const corners: Readonly<Record<EntityType, readonly (readonly [number, number])[] | null>> = {
  PERSON: null,
  COMPANY: [
    [-0.8, 0.8],
    [0.8, 0.8],
    [0.8, -0.8],
    [-0.8, -0.8],
  ],
  PLACE: regular(3),
  PRODUCT: regular(4),
  PLAN: regular(6),
  EVENT: [
    ...cornersOfArm(0, 1),
    ...cornersOfArm(1, 0),
    ...cornersOfArm(0, -1),
    ...cornersOfArm(-1, 0),
  ],
};

/** The same for SVG, around a middle; a circle as two arcs. */
export function outline(type: EntityType, x: number, y: number, radius: number): string {
  const points = corners[type];
  if (points) {
    const lines = points.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y - dy * radius)}`);
    return `M${lines.join('L')}Z`;
  }
  const arc = `a${radius} ${radius} 0 1 0`;
  return `M${round(x - radius)} ${round(y)}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0Z`;
}

function regular(count: number): [number, number][] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return [Math.sin(angle), Math.cos(angle)];
  });
}

/** An arm of a cross, clockwise. */
function cornersOfArm(dx: number, dy: number): [number, number][] {
  const half = 0.38;
  return [
    [dx - half * dy, dy + half * dx],
    [dx + half * dy, dy - half * dx],
    [half * (dx + dy), half * (dy - dx)],
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
