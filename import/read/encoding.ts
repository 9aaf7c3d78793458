const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes that are valid UTF-8, a byte order mark left out; null for all others. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    const text = utf8.decode(bytes);
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return null;
  }
}

/** What to do about bytes that are no UTF-8. */
export function encodingProblem(bytes: Buffer): string {
  if (isUtf16(bytes)) return 'this is UTF-16; save the file as UTF-8';
  return 'not valid UTF-8 (Latin-1 or Windows-1252, perhaps); save the file as UTF-8';
}

/** Whether the bytes begin with a byte order mark of UTF-16. */
export function isUtf16(bytes: Buffer): boolean {
  return /^(fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'));
}
