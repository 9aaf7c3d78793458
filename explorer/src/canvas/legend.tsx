import type { EntityType } from '../graphql/types.ts';
import { useTexts } from '../language/use-texts.ts';
import { TypeMark } from './type-mark.tsx';

const types: readonly EntityType[] = ['COMPANY', 'PERSON', 'PLACE', 'PRODUCT', 'PLAN', 'EVENT'];

export function Legend() {
  const { t } = useTexts();
  return (
    <details className="legend" open={innerWidth > 700}>
      <summary>{t.legend}</summary>
      <ul>
        {types.map((type) => (
          <li key={type}>
            <TypeMark type={type} /> {t.types[type]}
          </li>
        ))}
        <li>
          <svg className="line" viewBox="0 0 28 8" aria-hidden="true">
            <path d="M0 1.5h28" strokeWidth="1" />
            <path d="M0 6h28" strokeWidth="3.5" />
          </svg>
          {t.widthMeans}
        </li>
        <li>
          <svg className="line" viewBox="0 0 28 8" aria-hidden="true">
            <path d="M0 4h28" strokeWidth="2" strokeDasharray="5 4" />
          </svg>
          {t.dashedMeans}
        </li>
      </ul>
      <p>{t.clickMeans}</p>
    </details>
  );
}
