const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const german = new Intl.DisplayNames(['de'], { type: 'region', fallback: 'none' });

/** The country of an ISO 3166-1 code in any case, as a Place; null for all other texts. */
export function countryOf(code: string) {
  const countryCode = code.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(countryCode)) return null;
  const nameEn = english.of(countryCode);
  if (nameEn === undefined) return null;
  const nameDe = german.of(countryCode) ?? nameEn;
  return {
    ...{ key: `country-${countryCode.toLowerCase()}`, type: 'Place', nameEn, nameDe },
    properties: { kind: 'COUNTRY', countryCode },
  };
}
