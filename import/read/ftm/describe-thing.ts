import { keyOfId } from '../foreign/key.ts';
import type { FtmEntity } from './ftm-entity.ts';
import {
  addressParts,
  aliasProperties,
  descriptionProperties,
  things,
  urlProperties,
} from './schemata.ts';

/** The entity that a entity is, and which of its properties are in it. */
export function describeThing({ id, schema, caption, properties }: FtmEntity) {
  const used = new Set<string>();
  const all = (name: string) => {
    used.add(name);
    return properties.get(name) ?? [];
  };
  const first = (names: readonly string[]) => {
    const name = names.find((each) => properties.has(each));
    return name === undefined ? undefined : all(name).join(' ');
  };
  const thing = things.get(schema);
  const names = all('name');
  const nameEn = caption?.trim() || names[0] || (schema === 'Address' ? address() : undefined);
  const aliases = [...names, ...aliasProperties.flatMap(all)].filter((name) => name !== nameEn);
  const sameAs = [...urlProperties.flatMap(all), ...all('wikidataId').map(wikidataUrl)];
  const descriptionEn = first(descriptionProperties);
  const value = {
    ...{ key: keyOfId(id), type: thing?.type },
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(aliases.length > 0 ? { aliases: unique(aliases) } : {}),
    ...(descriptionEn === undefined ? {} : { descriptionEn }),
    ...(sameAs.length > 0 ? { sameAs: unique(sameAs) } : {}),
    properties: { ...(thing?.kind ? { kind: thing.kind } : {}), ...location() },
  };
  return { value, used };

  function address(): string | undefined {
    const full = first(['full']);
    if (full !== undefined) return full;
    const parts = addressParts.flatMap(all);
    return parts.length > 0 ? parts.join(', ') : undefined;
  }

  function location() {
    if (thing?.type !== 'Place') return {};
    const [latitude, longitude] = [properties.get('latitude'), properties.get('longitude')];
    if (latitude === undefined || longitude === undefined) return {};
    used.add('latitude').add('longitude');
    return { location: { latitude: Number(latitude[0]), longitude: Number(longitude[0]) } };
  }
}

function wikidataUrl(id: string): string {
  return `https://www.wikidata.org/entity/${encodeURIComponent(id)}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
