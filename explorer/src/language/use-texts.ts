import type { Address } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';

export interface Speech {
  readonly language: Address['language'];
  /** As the API calls it. */
  readonly code: 'EN' | 'DE';
  readonly other: 'EN' | 'DE';
  readonly t: Texts;
  number(value: number): string;
  /** A day as 31 Jan 2027. */
  day(date: string): string;
}

const speeches: Readonly<Record<Address['language'], Speech>> = {
  en: speechOf('en', en),
  de: speechOf('de', de),
};

/** The language of the page. */
export function useTexts(): Speech {
  return speeches[useAddress().address.language];
}

function speechOf(language: Address['language'], t: Texts): Speech {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    ...{ language, t },
    code: language === 'de' ? 'DE' : 'EN',
    other: language === 'de' ? 'EN' : 'DE',
    number: (value) => numbers.format(value),
    day: (date) => days.format(new Date(date)),
  };
}
