import { useTexts } from '../language/use-texts.ts';
import type { Completeness } from '../queries/subgraph.ts';

interface GapsProps {
  readonly gaps: readonly Completeness[];
  retry(): void;
}

/** Says on the canvas that something is missing, why, and how far all is there. */
export function Gaps({ gaps, retry }: GapsProps) {
  const { t } = useTexts();
  if (gaps.length === 0) return null;
  const said = gaps.map(({ reason, completeToHops }) =>
    [
      reason === null ? null : t.reasons[reason],
      completeToHops ? t.completeTo(completeToHops) : null,
    ]
      .filter((part) => part !== null)
      .join('; '),
  );
  return (
    <p className="gaps" role="status">
      <strong>{t.incomplete}:</strong> {[...new Set(said)].join(' · ')}{' '}
      {gaps.some(({ reason }) => reason === 'TIME_BUDGET') && (
        <button type="button" onClick={retry}>
          {t.again}
        </button>
      )}
    </p>
  );
}
