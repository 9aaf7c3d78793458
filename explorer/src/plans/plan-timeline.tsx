import { useTexts } from '../language/use-texts.ts';
import { StateLink } from '../panel/entity-link.tsx';
import type { PlanRow } from './plan-rows.ts';
import { barsOf, scaleOf } from './timeline-scale.ts';

/** When plans are due, each a bar from the first day to the last, and by how much that has slipped. */
export function PlanTimeline({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { t } = useTexts();
  const dated = rows.filter(({ due }) => due?.earliest || due?.latest);
  const scale = scaleOf(dated);
  if (!scale) return null;
  return (
    <figure className="timeline">
      <figcaption>{t.timeline}</figcaption>
      <ol>
        {dated.map((row) => {
          const slips = row.revisions.flatMap(({ slipDays }) => slipDays || []);
          return (
            <li key={row.key}>
              <StateLink to={{ entity: row.key, relation: null }}>{row.name}</StateLink>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {scale.years.map(({ year, at }) => (
                  <path key={year} className="year" d={`M${at} 0V10`} />
                ))}
                {barsOf(row, scale).map(({ from, to, isCurrent }) => (
                  <rect
                    key={`${from}-${to}`}
                    className={isCurrent ? 'bar' : 'bar before'}
                    x={from}
                    width={Math.max(0.6, to - from)}
                    y={2}
                    height={6}
                  />
                ))}
                <path className="today" d={`M${scale.today} 0V10`} />
              </svg>
              <span className="when">
                {row.due?.label}
                {slips.map((days) => (
                  <span key={days} className="tag delayed">
                    {t.slip(days)}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      <div className="years">
        <svg viewBox="0 0 100 4" className="year-names" aria-hidden="true">
          {scale.years.map(({ year, at }) => (
            <text key={year} x={at} y={3}>
              {year}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
}
