/** Lower case without accents: `München` becomes `munchen`. Text in other scripts stays readable. */
export function fold(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The folded forms under which people look a name up: also `muenchen`, as German writes it. */
export function foldedForms(name: string): string[] {
  return [
    ...new Set([
      fold(name),
      fold(name.replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter] ?? letter)),
    ]),
  ];
}

const umlauts: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue' },
  ...{ Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' },
};
