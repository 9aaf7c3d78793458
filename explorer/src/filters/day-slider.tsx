import { useId } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import type { PublicationDay } from './use-scale.ts';

interface DaySliderProps {
  readonly days: readonly PublicationDay[];
  readonly hasMoreDays: boolean;
}

/** Moves back the day: a step for each day on which something was published, the last for today. */
export function DaySlider({ days, hasMoreDays }: DaySliderProps) {
  const { t, day: dayInWords } = useTexts();
  const { address, go } = useAddress();
  const id = useId();
  const { knownAt } = address;
  const last = days.length;
  const index = knownAt === null ? last : days.filter(({ day }) => day <= knownAt).length - 1;
  const words = knownAt === null ? t.everything : dayInWords(knownAt);
  const published = knownAt === null ? null : days.find(({ day }) => day === knownAt);
  return (
    <div className="field">
      <label htmlFor={id}>
        {t.knownAt} <strong>{words}</strong>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={Math.max(0, index)}
        aria-valuetext={words}
        disabled={last === 0}
        list={`${id}-days`}
        onChange={({ target }) => {
          go({ knownAt: days[Number(target.value)]?.day ?? null }, 'replace');
        }}
      />
      <datalist id={`${id}-days`}>
        {days.map(({ day }, position) => (
          <option key={day} value={position} label={day} />
        ))}
      </datalist>
      <input
        type="date"
        aria-label={t.knownAt}
        value={knownAt ?? ''}
        onChange={({ target }) => go({ knownAt: target.value || null }, 'replace')}
      />
      {published && <p className="quiet">{t.publishedThen(published.titles.join(' · '))}</p>}
      {hasMoreDays && <p className="quiet">{t.moreDays}</p>}
    </div>
  );
}
