import { isNode, type Node, type Text } from './node.ts';
import { things } from './schema-org.ts';

const used = ['name', 'alternateName', 'legalName', 'sameAs', '@graph', '@reverse'];
const place = ['geo', 'latitude', 'longitude'];

/** The first of its types that is an entity of ours, else the first of all. */
export function typeOf({ types }: Node): string {
  return types.find((type) => things.has(type)) ?? types[0] ?? '(no type)';
}

/** Whether a property is part of what {@link describeNode} makes of a node. */
export function isDescribed(property: string, node: Node): boolean {
  const isPlace = things.get(typeOf(node))?.type === 'Place';
  if (property === 'description') {
    const languages = texts(node, property).map(({ language }) => language ?? 'en');
    return languages.every((language) => isIn(language, 'en') || isIn(language, 'de'));
  }
  return used.includes(property) || (isPlace && place.includes(property));
}

/** The entity that a node is. */
export function describeNode(node: Node, key: string) {
  const thing = things.get(typeOf(node));
  const names = texts(node, 'name');
  const nameDe = inLanguage(names, 'de');
  const other = nameDe === undefined ? names[0]?.text : undefined;
  const nameEn = inLanguage(names, 'en') ?? names.find((name) => !name.language)?.text ?? other;
  const more = [...names, ...texts(node, 'alternateName'), ...texts(node, 'legalName')];
  const aliases = unique(more.map(({ text }) => text)).filter(
    (alias) => alias !== nameEn && alias !== nameDe,
  );
  const descriptions = texts(node, 'description');
  const described = (language: string) => {
    const found = descriptions.filter((text) => isIn(text.language ?? 'en', language));
    return found.length > 0 ? found.map(({ text }) => text).join(' ') : undefined;
  };
  const [descriptionEn, descriptionDe] = [described('en'), described('de')];
  const sameAs = unique([...(node.id?.startsWith('http') ? [node.id] : []), ...addresses(node)]);
  const location = thing?.type === 'Place' ? locationOf(node) : null;
  const given = { nameEn, nameDe, descriptionEn, descriptionDe };
  const present = Object.entries(given).filter(([, text]) => text !== undefined);
  return {
    ...{ key, type: thing?.type, ...Object.fromEntries(present) },
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    properties: { ...(thing?.kind ? { kind: thing.kind } : {}), ...(location ? { location } : {}) },
  };
}

function texts({ values }: Node, property: string): Text[] {
  return (values.get(property) ?? []).flatMap((value) => (isNode(value) ? [] : [value]));
}

/** Written as texts, or as things without content. Ids of other schemes are no addresses. */
function addresses({ values }: Node): string[] {
  const given = values.get('sameAs') ?? [];
  return given.flatMap((value) => (isNode(value) ? (value.id ?? []) : value.text));
}

function inLanguage(given: readonly Text[], wanted: string): string | undefined {
  return given.find(({ language }) => language && isIn(language, wanted))?.text;
}

function isIn(language: string, wanted: string): boolean {
  return language === wanted || language.startsWith(`${wanted}-`);
}

function locationOf(node: Node) {
  const [geo] = (node.values.get('geo') ?? []).filter(isNode);
  const [latitude] = texts(geo ?? node, 'latitude');
  const [longitude] = texts(geo ?? node, 'longitude');
  if (!latitude || !longitude) return null;
  return { latitude: Number(latitude.text), longitude: Number(longitude.text) };
}

function unique(given: readonly string[]): string[] {
  return [...new Set(given)];
}
