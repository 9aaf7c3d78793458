import { UserInputError } from '../../src/errors.ts';
import type { Ontology } from '../ontology/define.ts';

export interface DecodedId {
  readonly typename: string;
  readonly id: string;
}

/** Opaque to clients and safe in a URL. */
export function encodeId(typename: string, id: string): string {
  return Buffer.from(`${typename}:${id}`).toString('base64url');
}

/** Throws {@link UserInputError} for what {@link encodeId} cannot have made. */
export function decodeId(encoded: string): DecodedId {
  const match = /^([A-Z][A-Za-z]*):(.+)$/s.exec(Buffer.from(encoded, 'base64url').toString());
  if (!match?.[1] || !match[2]) {
    throw new UserInputError(
      `'${shortened(encoded)}' is no id of this graph. Take ids from 'id' fields.`,
    );
  }
  return { typename: match[1], id: match[2] };
}

/** One stale or broken id among many must not spoil the rest. */
export function decodedOrNull(id: string): DecodedId | null {
  try {
    return decodeId(id);
  } catch {
    return null;
  }
}

/** An entity named by either; exactly one is given. */
export interface EntityRef {
  readonly id?: string | null | undefined;
  readonly key?: string | null | undefined;
}

/** The entity's key. Throws {@link UserInputError} for the id of something else. */
export function keyOf({ id, key }: EntityRef, ontology: Ontology): string {
  if (key != null) return key;
  const decoded = decodeId(id ?? '');
  if (!Object.hasOwn(ontology.entities, decoded.typename)) {
    throw new UserInputError(
      `'${shortened(id ?? '')}' is the id of a ${decoded.typename}, and no entity is one.`,
    );
  }
  return decoded.id;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
