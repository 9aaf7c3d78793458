import { jsonPointer } from './position.ts';

export const limits = {
  lineBytes: 1024 * 1024,
  stringBytes: 64 * 1024,
  nesting: 20,
  fileBytes: 16 * 1024 * 1024,
  /** Claims as JSON pack to a tenth or a thirtieth; a bomb to a thousandth. */
  gzipRatio: 200,
  /** So little may pack as tightly as it likes. */
  gzipFreeBytes: 16 * 1024 * 1024,
} as const;

export interface Excess {
  readonly path: string;
  readonly code: 'TOO_LONG' | 'TOO_DEEP' | 'ENCODING';
  readonly message: string;
}

/** The first thing inside a record that is larger than is taken, or no text at all. */
export function excess(value: unknown, path: readonly PropertyKey[] = []): Excess | null {
  if (typeof value === 'string') return stringExcess(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= limits.nesting) {
    const message = `nested deeper than ${limits.nesting} levels`;
    return { path: jsonPointer(path.slice(0, 3)), code: 'TOO_DEEP', message };
  }
  for (const [key, child] of Object.entries(value)) {
    const found = excess(child, [...path, key]);
    if (found) return found;
  }
  return null;
}

export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    depth >= limits.nesting || Object.values(value).some((inside) => isTooDeep(inside, depth + 1))
  );
}

function stringExcess(value: string, path: readonly PropertyKey[]): Excess | null {
  if (value.length > limits.stringBytes || Buffer.byteLength(value) > limits.stringBytes) {
    const message = `a text of more than ${limits.stringBytes / 1024} KB; shorten it`;
    return { path: jsonPointer(path), code: 'TOO_LONG', message };
  }
  // Half a surrogate pair has no UTF-8: Neo4j would store U+FFFD.
  if (/\p{Surrogate}/u.test(value)) {
    const message = 'half a surrogate pair, which is no Unicode text';
    return { path: jsonPointer(path), code: 'ENCODING', message };
  }
  return null;
}
