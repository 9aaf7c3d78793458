/** `Relation:a:LEADS:b`, as the API gives it, → `a:LEADS:b`. */
export function idOf(globalId: string): string {
  return Buffer.from(globalId, 'base64url')
    .toString()
    .replace(/^[A-Za-z]+:/, '');
}
