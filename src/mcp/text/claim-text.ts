import type { Claim, Document, Named, Value } from '../answers/claim.ts';

/** Numbers the documents that an answer cites, in the order in which it does. */
export class Sources {
  readonly #documents = new Map<string, Document>();

  /** `[2: 121–438]`, the passage in code points. */
  cite({ document, passage }: Claim): string {
    this.#documents.set(document.key, document);
    const number = [...this.#documents.keys()].indexOf(document.key) + 1;
    return `[${number}${passage ? `: ${passage.start}–${passage.end}` : ''}]`;
  }

  lines(): string[] {
    const cited = [...this.#documents.values()].map(
      (document, index) => `[${index + 1}] ${sourceText(document)}`,
    );
    return cited.length > 0 ? ['', 'Sources, with passages in code points:', ...cited] : [];
  }
}

function sourceText({ key, title, titleInferred, url, publishedAt, publisher }: Document): string {
  return [
    `${title}${titleInferred ? ' (our title)' : ''}`,
    publisher?.name,
    publishedAt?.label,
    url,
    `document ${key}`,
  ]
    .filter(Boolean)
    .join(', ');
}

export function nameText({ name, key, type }: Named): string {
  return `${name} (${type}, ${key})`;
}

/** One line: what is said, how sure, by whom, when, and where it is written. */
export function claimText(claim: Claim, sources: Sources): string {
  const speakers = claim.attributedTo.map(({ name }) => name).join(', ') || claim.attribution;
  const origin = claim.origin?.name ?? claim.origin?.title;
  const notes = [
    `${claim.polarity === 'NEGATED' ? 'denied, ' : ''}${claim.modality}`,
    speakers && `said by ${speakers}`,
    origin && `from ${origin}`,
    claim.saidAt && `said ${claim.saidAt.label}`,
    claim.time && `of ${claim.time.label}`,
    ...claim.conflicts.map(({ kind }) => `contradicted (${kind})`),
  ].filter(Boolean);
  const quoted = claim.passage?.text ? ` Passage: “${claim.passage.text}”` : '';
  return `${claim.summary ?? bareText(claim)} (${notes.join('; ')}) ${sources.cite(claim)}${quoted}`;
}

function bareText({ subject, predicate, object, value }: Claim): string {
  return `${subject.name} ${predicate} ${object?.name ?? (value ? valueText(value) : '')}`.trim();
}

export function valueText({ text, number, min, max, unit, boolean, approximate, time }: Value) {
  const range = min !== null || max !== null ? `${min ?? ''}–${max ?? ''}` : null;
  const said = time?.label ?? number ?? range ?? boolean ?? text ?? '';
  return `${approximate ? 'about ' : ''}${said}${unit ? ` ${unit}` : ''}`;
}
