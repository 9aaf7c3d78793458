import { type Address, disputePolicies, modalities } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { DaySlider } from './day-slider.tsx';
import { useScale } from './use-scale.ts';

const noConditions: Partial<Address> = {
  ...{ knownAt: null, modalities: [], outlets: [], sources: 1 },
  disputed: 'INCLUDE',
};

/** Which claims count; all that is shown follows. */
export function Filters() {
  const { t } = useTexts();
  const { address, go } = useAddress();
  const { days, hasMoreDays, outlets } = useScale();
  const conditions = [
    address.knownAt !== null,
    address.modalities.length > 0,
    address.outlets.length > 0,
    address.sources > 1,
    address.disputed !== 'INCLUDE',
  ].filter(Boolean).length;
  const toggled = <T,>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
  return (
    <details className="filters">
      <summary>
        {t.filters} {conditions > 0 && <span className="tag">{conditions}</span>}
      </summary>
      <div className="conditions">
        <DaySlider days={days} hasMoreDays={hasMoreDays} />
        <fieldset className="field">
          <legend>{t.modality}</legend>
          {modalities.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={address.modalities.includes(each)}
                onChange={() => go({ modalities: toggled(address.modalities, each) })}
              />{' '}
              {t.modalities[each]}
            </label>
          ))}
        </fieldset>
        {outlets.length > 0 && (
          <fieldset className="field">
            <legend>{t.outlet}</legend>
            <div className="outlets">
              {outlets.map(({ key, name }) => (
                <label key={key}>
                  <input
                    type="checkbox"
                    checked={address.outlets.includes(key)}
                    onChange={() => go({ outlets: toggled(address.outlets, key) })}
                  />{' '}
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="field">
          <label>
            {t.minSources}{' '}
            <input
              type="number"
              min={1}
              max={99}
              value={address.sources}
              onChange={({ target }) =>
                go({ sources: Math.max(1, Math.round(Number(target.value))) })
              }
            />
          </label>
          <label>
            {t.dispute}{' '}
            <select
              value={address.disputed}
              onChange={({ target }) =>
                go({ disputed: disputePolicies.find((each) => each === target.value) ?? 'INCLUDE' })
              }
            >
              {disputePolicies.map((each) => (
                <option key={each} value={each}>
                  {t.disputes[each]}
                </option>
              ))}
            </select>
          </label>
          {conditions > 0 && (
            <button type="button" onClick={() => go(noConditions)}>
              {t.reset}
            </button>
          )}
        </div>
      </div>
    </details>
  );
}
