/** Types of the offline importer's header; a list of one is written `string[]`. */
export type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'date' | 'point';

/**
 * One field. Texts are always quoted, since what is not quoted and empty is absent; a list is one
 * quoted text, with the separator between its elements.
 */
export function csvField(value: unknown, type: ColumnType, separator: string): string {
  if (Array.isArray(value)) {
    const elements = value.map((element) => plainText(element, type));
    // They would come back as other lists.
    if (elements.length === 1 && elements[0] === '') {
      throw new RangeError('a list of one empty text cannot be written');
    }
    const split = elements.find((element) => element.includes(separator));
    if (split !== undefined) {
      throw new RangeError(`no element of a list: ${JSON.stringify(split)}`);
    }
    return quoted(elements.join(separator));
  }
  return type === 'string' || type === 'point' ? quoted(plainText(value, type)) : String(value);
}

function plainText(value: unknown, type: ColumnType): string {
  if (type !== 'point') return String(value);
  const { latitude, longitude } = value as { latitude: number; longitude: number };
  return `{latitude: ${latitude}, longitude: ${longitude}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
