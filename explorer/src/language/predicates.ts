import type { Address } from '../address/address.ts';
import type { RelationType } from '../graphql/types.ts';

type Words = readonly [forward: string, backward: string];

/**
 * Relations in words, from either end. One that stands here in neither language, as in an ontology
 * that has been extended, is called by its name.
 */
export function relationWords(
  type: string,
  forward: boolean,
  language: Address['language'],
): string {
  const words = relations[language][type as RelationType];
  if (words) return forward ? words[0] : words[1];
  return forward ? plainWords(type) : `← ${plainWords(type)}`;
}

/** A name of the ontology as words: `STORE_COUNT` becomes `store count`. */
export function attributeWords(attribute: string, language: Address['language']): string {
  return (language === 'de' ? germanAttributes[attribute] : undefined) ?? plainWords(attribute);
}

function plainWords(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

const english: Partial<Record<RelationType, Words>> = {
  ANNOUNCED: ['announced', 'announced by'],
  PURSUES: ['pursues', 'pursued by'],
  TARGETS: ['targets', 'targeted by'],
  CONCERNS: ['concerns', 'subject of'],
  INVOLVES: ['involves', 'involved in'],
  STEP_OF: ['step of', 'steps'],
  DEPENDS_ON: ['depends on', 'required by'],
  ALTERNATIVE_TO: ['alternative to', 'alternative to'],
  FOUNDED: ['founded', 'founded by'],
  LEADS: ['leads', 'led by'],
  WORKS_FOR: ['works for', 'staff'],
  MAKES: ['makes', 'made by'],
  SELLS: ['sells', 'sold by'],
  OPERATES: ['operates', 'operated by'],
  OPERATES_IN: ['operates in', 'companies there'],
  BASED_IN: ['based in', 'companies based there'],
  PART_OF: ['part of', 'contains'],
  OWNS: ['owns', 'owned by'],
  SUBSIDIARY_OF: ['subsidiary of', 'subsidiaries'],
  MEMBER_OF: ['member of', 'members'],
  PARTNERS_WITH: ['partners with', 'partners with'],
  NEGOTIATES_WITH: ['negotiates with', 'negotiates with'],
  COMPETES_WITH: ['competes with', 'competes with'],
  VARIANT_OF: ['variant of', 'variants'],
  SOLD_IN: ['sold in', 'sold there'],
  TOOK_PART_IN: ['took part in', 'participants'],
  TOOK_PLACE_IN: ['took place in', 'events there'],
};

const german: Partial<Record<RelationType, Words>> = {
  ANNOUNCED: ['hat angekündigt', 'angekündigt von'],
  PURSUES: ['verfolgt', 'verfolgt von'],
  TARGETS: ['zielt auf', 'Ziel von'],
  CONCERNS: ['betrifft', 'Gegenstand von'],
  INVOLVES: ['mit', 'beteiligt an'],
  STEP_OF: ['Schritt zu', 'Schritte'],
  DEPENDS_ON: ['hängt ab von', 'Voraussetzung für'],
  ALTERNATIVE_TO: ['Alternative zu', 'Alternative zu'],
  FOUNDED: ['gründete', 'gegründet von'],
  LEADS: ['leitet', 'geleitet von'],
  WORKS_FOR: ['arbeitet für', 'Mitarbeitende'],
  MAKES: ['stellt her', 'hergestellt von'],
  SELLS: ['verkauft', 'verkauft von'],
  OPERATES: ['betreibt', 'betrieben von'],
  OPERATES_IN: ['tätig in', 'Unternehmen dort'],
  BASED_IN: ['Sitz in', 'Unternehmen mit Sitz dort'],
  PART_OF: ['Teil von', 'umfasst'],
  OWNS: ['besitzt', 'gehört'],
  SUBSIDIARY_OF: ['Tochter von', 'Töchter'],
  MEMBER_OF: ['Mitglied von', 'Mitglieder'],
  PARTNERS_WITH: ['arbeitet zusammen mit', 'arbeitet zusammen mit'],
  NEGOTIATES_WITH: ['verhandelt mit', 'verhandelt mit'],
  COMPETES_WITH: ['im Wettbewerb mit', 'im Wettbewerb mit'],
  VARIANT_OF: ['Variante von', 'Varianten'],
  SOLD_IN: ['verkauft in', 'dort verkauft'],
  TOOK_PART_IN: ['nahm teil an', 'Teilnehmende'],
  TOOK_PLACE_IN: ['fand statt in', 'Ereignisse dort'],
};

const relations = { en: english, de: german };

const germanAttributes: Readonly<Record<string, string>> = {
  ...{ PRICE: 'Preis', UNITS_SOLD: 'verkauft', UNITS_DELIVERED: 'ausgeliefert' },
  ...{ STORE_COUNT: 'Läden', INVESTMENT: 'Investition', PATENT_COUNT: 'Patente' },
  ...{ HEADCOUNT: 'Beschäftigte', ITEM_COUNT: 'Anzahl', RANK: 'Rang', LEAD_TIME: 'Vorlauf' },
  ...{ MARKET_SHARE: 'Marktanteil', MARKET_POSITION: 'Stellung am Markt', OUTLOOK: 'Aussicht' },
  ...{ CAPACITY: 'Kapazität', PRICE_DRIVER: 'Preistreiber', OPEN_QUESTION: 'offene Frage' },
  ...{ FOUNDED_IN: 'gegründet', STATE_OWNED: 'staatlich', LISTED: 'börsennotiert', TIME: 'Zeit' },
  ...{ LAUNCH: 'Markteinführung', DUE: 'fällig', STATUS: 'Stand', OBSTACLE: 'Hindernis' },
  CONDITION: 'Bedingung',
};
