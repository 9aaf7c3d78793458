import type { EntityType } from '../graphql/types.ts';
import { outline } from './shapes.ts';

/** The sign of a type, as on the canvas. A text beside it says the type. */
export function TypeMark({ type }: { readonly type: EntityType }) {
  return (
    <svg className={`mark ${type.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outline(type, 8, 8, 7)} />
    </svg>
  );
}
