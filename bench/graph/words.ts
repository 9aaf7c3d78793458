/** A word in English and in German. */
export type Word = readonly [en: string, de: string];

type Words = readonly [Word, ...Word[]];
type Syllables = readonly [string, ...string[]];

export const firstSyllables: Syllables = [
  ...(['al', 'ber', 'cor', 'dal', 'el', 'fen', 'gar', 'hol', 'ist', 'jur', 'kal'] as const),
  ...(['lor', 'mar', 'nor', 'os', 'per', 'qua', 'ros', 'sel', 'tar', 'ul', 'ver'] as const),
  ...(['wen', 'xan', 'yor', 'zel', 'äh', 'bö', 'dün', 'grä', 'hü', 'kö', 'lü', 'mä'] as const),
];

export const nextSyllables: Syllables = [
  ...(['ba', 'cha', 'de', 'do', 'fa', 'ga', 'ho', 'ka', 'la', 'le', 'li', 'lo'] as const),
  ...(['ma', 'mi', 'mo', 'na', 'ne', 'no', 'pa', 'ra', 're', 'ri', 'ro', 'sa'] as const),
  ...(['se', 'so', 'ta', 'te', 'ti', 'to', 'va', 've', 'vi', 'wa', 'za', 'zo'] as const),
];

export const lastSyllables: Syllables = [
  ...(['berg', 'dorf', 'feld', 'hausen', 'heim', 'burg', 'stein', 'tal', 'wald'] as const),
  ...(['len', 'mar', 'nis', 'ran', 'ris', 'son', 'ton', 'vik', 'xis', 'zar'] as const),
];

export const sectors: Words = [
  ['batteries', 'Batterien'],
  ['electric cars', 'Elektroautos'],
  ['smartphones', 'Smartphones'],
  ['charging stations', 'Ladestationen'],
  ['semiconductors', 'Halbleiter'],
  ['household appliances', 'Haushaltsgeräte'],
  ['logistics', 'Logistik'],
  ['shipbuilding', 'Schiffbau'],
  ['medical devices', 'Medizintechnik'],
  ['wind power', 'Windkraft'],
  ['driver assistance', 'Fahrassistenz'],
  ['robotics', 'Robotik'],
  ['cloud services', 'Cloud-Dienste'],
  ['retail', 'Einzelhandel'],
  ['steel', 'Stahl'],
  ['insurance', 'Versicherungen'],
  ['tyres', 'Reifen'],
  ['satellites', 'Satelliten'],
  ['video games', 'Videospiele'],
  ['food delivery', 'Essenslieferung'],
];

export const companyForms: Words = [
  ['Industries', 'Industrie'],
  ['Works', 'Werke'],
  ['Group', 'Gruppe'],
  ['Motors', 'Motoren'],
  ['Technologies', 'Technik'],
  ['Trading', 'Handel'],
  ['Holding', 'Holding'],
];

export const outletForms: Words = [
  ['Daily', 'Tageblatt'],
  ['News', 'Nachrichten'],
  ['Review', 'Rundschau'],
  ['Observer', 'Beobachter'],
];

export const aims: Words = [
  ['Building a plant for', 'Bau eines Werks für'],
  ['Selling', 'Verkauf von'],
  ['Doubling the output of', 'Verdopplung der Produktion von'],
  ['Opening shops for', 'Eröffnung von Läden für'],
  ['Research hub for', 'Forschungszentrum für'],
  ['Withdrawal from', 'Rückzug aus dem Geschäft mit'],
];

export const happenings: Words = [
  ['Fair for', 'Messe für'],
  ['Takeover in', 'Übernahme im Bereich'],
  ['Record in', 'Rekord bei'],
  ['Recall of', 'Rückruf bei'],
];

export const offices: Words = [
  ['CEO', 'Vorstandschef'],
  ['chair of the board', 'Aufsichtsratsvorsitz'],
  ['vice president', 'Vizepräsident'],
  ['head of design', 'Designchef'],
  ['chief engineer', 'Chefingenieur'],
  ['spokesperson', 'Sprecher'],
];
