export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Code points on either side that are looked at; whole sentences are seldom longer. */
const reach = 600;

/** Made once: it takes longer to make than to use. Sentences end alike in our languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What stands before and after a passage: the rest of its own sentences, and so many whole ones. Each side
 * is up to 600 code points long; one that is cut has an ellipsis where. Before, passage and after are one
 * piece of text.
 */
export function surroundings(
  text: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  sentences: number,
): Surroundings {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const head = text.slice(from, start).join('');
  const passage = text.slice(start, end).join('');
  const tail = text.slice(end, to).join('');
  const begins = sentenceBegins(head + passage + tail);
  const finish = head.length + passage.length;
  const first = begins.findLastIndex((index) => index <= head.length) - sentences;
  const last = begins.findLastIndex((index) => index < finish) + sentences + 1;
  const before = head.slice(begins[Math.max(0, first)]).trimStart();
  const after = tail.slice(0, Math.max(0, (begins[last] ?? Infinity) - finish)).trimEnd();
  return {
    before: first <= 0 && from > 0 ? `…${before.replace(/^\S{0,30}\s+/, '')}` : before,
    after:
      begins[last] === undefined && to < text.length
        ? `${after.replace(/\s+\S{0,30}$/, '')}…`
        : after,
  };
}

/** Where sentences begin, in code units; a copy may have lost what stood between its paragraphs. */
function sentenceBegins(text: string): number[] {
  const begins = Array.from(segmenter.segment(text), ({ index }) => index);
  const glued = Array.from(
    text.matchAll(/(?<=\p{Ll}{2}[.!?])(?=\p{Lu}\p{Ll})/gu),
    ({ index }) => index,
  );
  return [...new Set([...begins, ...glued])].sort((a, b) => a - b);
}
