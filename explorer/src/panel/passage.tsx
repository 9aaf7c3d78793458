import { useTexts } from '../language/use-texts.ts';
import type { ShownStatement } from '../queries/statement.ts';

interface PassageProps {
  readonly passage: NonNullable<ShownStatement['passage']>;
  /** Of the document: it need not be that of the page. */
  readonly language: string;
}

/** Where a claim stands in its document, marked in its surroundings where the words are at hand. */
export function Passage({ passage, language }: PassageProps) {
  const { t } = useTexts();
  const { start, end, text, before, after } = passage;
  const place = `${t.passage}: ${t.characters(start, end)}`;
  if (text === null) {
    return (
      <details className="passage quiet">
        <summary>
          {place} · {t.noText}
        </summary>
        <p>{t.howToHaveText}</p>
      </details>
    );
  }
  return (
    <div className="passage">
      <blockquote lang={language}>
        {before}
        <mark>{text}</mark>
        {after}
      </blockquote>
      <p className="quiet">{place}</p>
    </div>
  );
}
