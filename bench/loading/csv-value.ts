/** Types of the offline importer's header; a list of one is written `string[]`. */
export type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'date' | 'point';

/** Between the elements of a list: no text holds it. */
export const listSeparator = '\u001f';

/**
 * One field. Texts are always quoted, since what is not quoted and empty is absent; a list is one
 * quoted text.
 */
export function csvField(value: unknown, type: ColumnType): string {
  if (Array.isArray(value)) {
    const elements = value.map((element) => plainText(element, type));
    // It would come back as a list without any element.
    if (elements.length === 1 && elements[0] === '') {
      throw new RangeError('a list of one empty text cannot be written');
    }
    return quoted(elements.join(listSeparator));
  }
  return type === 'string' || type === 'point' ? quoted(plainText(value, type)) : String(value);
}

function plainText(value: unknown, type: ColumnType): string {
  if (type === 'point') {
    const { latitude, longitude } = value as { latitude: number; longitude: number };
    return `{latitude: ${latitude}, longitude: ${longitude}}`;
  }
  const text = String(value);
  if (value == null || text.includes(listSeparator)) {
    throw new RangeError(`no element of a list, and no text: ${JSON.stringify(value)}`);
  }
  return text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
