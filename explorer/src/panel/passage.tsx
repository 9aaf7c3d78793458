import { useTexts } from '../language/use-texts.ts';
import type { ShownStatement } from '../queries/statement.ts';

/** Where a claim stands in its document, with the words where the reader has them. */
export function Passage({ passage }: { readonly passage: NonNullable<ShownStatement['passage']> }) {
  const { t } = useTexts();
  const { start, end, text } = passage;
  return (
    <div className="passage">
      {text !== null && (
        <blockquote>
          <mark>{text}</mark>
        </blockquote>
      )}
      <p className="quiet" title={text === null ? t.noText : undefined}>
        {t.passage}: {t.characters(start, end)}
      </p>
    </div>
  );
}
