import { unknownTime } from './time-window.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** How a person would say an EDTF time: `../2029` is "by 2029", in German "bis 2029". */
export function timeLabel(edtf: string, language: Language): string {
  const words = wordings[language];
  if (edtf === unknownTime) return words.unknown;
  const [start, end] = edtf.split('/');
  if (start === undefined || end === undefined) return pointLabel(edtf, language);
  if (isOpen(start) && isOpen(end)) return words.unknown;
  if (isOpen(start)) return `${words.until} ${pointLabel(end, language)}`;
  if (isOpen(end)) return `${words.from} ${pointLabel(start, language)}`;
  return `${pointLabel(start, language)} ${words.to} ${pointLabel(end, language)}`;
}

const wordings = {
  en: {
    ...{ unknown: 'no date set', until: 'by', from: 'from', to: 'to', about: 'about' },
    ...{ possibly: 'possibly', seasons: ['spring', 'summer', 'autumn', 'winter'] },
    decade: (decade: string) => `the ${decade}s`,
  },
  de: {
    ...{ unknown: 'kein Termin genannt', until: 'bis', from: 'ab', to: 'bis', about: 'um' },
    ...{ possibly: 'vielleicht', seasons: ['Frühjahr', 'Sommer', 'Herbst', 'Winter'] },
    decade: (decade: string) => `die ${decade}er-Jahre`,
  },
};

function isOpen(end: string): boolean {
  return end === '..' || end === '';
}

function pointLabel(edtf: string, language: Language): string {
  const words = wordings[language];
  const bare = edtf.replace(/[~?%]/g, '');
  const label = bareLabel(bare, language);
  if (/[~%]/.test(edtf)) return `${words.about} ${label}`;
  return edtf.includes('?') ? `${words.possibly} ${label}` : label;
}

function bareLabel(bare: string, language: Language): string {
  const words = wordings[language];
  const season = /^(\d{4})-(2[1-4])$/.exec(bare);
  if (season) return `${words.seasons[Number(season[2]) - 21]} ${season[1]}`;
  const decade = /^(\d{3})X$/.exec(bare);
  if (decade) return words.decade(`${decade[1]}0`);
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(bare);
  if (!day) return bare;
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    ...(day[3] ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day[1]}-${day[2]}-${day[3] ?? '01'}`));
}
