import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import type { EntityType } from '../graphql/types.ts';

const hexagon = {
  name: 'hexagon',
  glsl: `float sdf_hexagon(vec2 uv, float size) {
    vec2 p = abs(uv);
    return max(dot(p, vec2(0.5, 0.8660254)), p.x) - size * 0.8660254;
  }`,
  uniforms: [],
  inradiusFactor: 0.8660254,
};

const cross = {
  name: 'cross',
  glsl: `float sdf_cross(vec2 uv, float size) {
    vec2 p = abs(uv);
    float arm = size * 0.38;
    return min(max(p.x - arm, p.y - size), max(p.y - arm, p.x - size));
  }`,
  uniforms: [],
  inradiusFactor: 0.38,
};

/** What WebGL draws; shapes.ts has their corners for everything else. */
export const sdfShapes = [
  ...[sdfCircle(), sdfSquare({ cornerRadius: 0.12 }), sdfTriangle(), sdfDiamond()],
  ...[hexagon, cross],
];

export const shapeOf: Readonly<Record<EntityType, string>> = {
  PERSON: 'circle',
  COMPANY: 'square',
  PLACE: 'triangle',
  PRODUCT: 'diamond',
  PLAN: 'hexagon',
  EVENT: 'cross',
};
