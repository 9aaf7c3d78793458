const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  // Else a reader makes spaces of them, or a line feed of a carriage return.
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};

/** Text for content and attributes. XML 1.0 has no way to write other control characters: spaces. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]|[^\P{Cc}\u0080-\u009f]|[\ufffe\uffff]/gu, (character) => {
    return entities[character] ?? ' ';
  });
}
