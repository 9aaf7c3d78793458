import type { Ontology } from '../../../schema/ontology/define.ts';
import { countryOf } from '../foreign/country.ts';
import { keyOfId } from '../foreign/key.ts';
import { type Linker, linked } from '../foreign/linker.ts';
import type { SourceCounts } from '../foreign/source-counts.ts';
import { jsonLines } from '../json-lines.ts';
import type { Position } from '../position.ts';
import type { Reading } from '../reading.ts';
import { describeThing } from './describe-thing.ts';
import { type FtmEntity, ftmEntitiesIn } from './ftm-entity.ts';
import { periodOf } from './period.ts';
import { interstitials, linkProperties, things } from './schemata.ts';

/** Reads entities of FollowTheMoney, one a line. What is said between them comes last. */
export function readFtm(
  file: string,
  ontology: Ontology,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  return linked(ontology, counts, async function* (linker) {
    for await (const line of jsonLines(file)) {
      const { position } = line;
      const entities = line.readable ? ftmEntitiesIn(line.value) : null;
      if (!line.readable) yield line;
      else if (entities && 'code' in entities) yield { readable: false, position, ...entities };
      else for (const entity of entities ?? []) yield* readEntity(entity, position, linker, counts);
    }
  });
}

async function* readEntity(
  entity: FtmEntity,
  position: Position,
  linker: Linker,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  const { id, schema } = entity;
  counts.count(schema, 'read');
  if (things.has(schema)) yield* readThing(entity, position, linker, counts);
  else if (interstitials.has(schema)) await readInterstitial(entity, position, linker, counts);
  else {
    linker.describe(keyOfId(id), null);
    counts.count(schema, 'withoutCounterpart');
  }
}

async function* readThing(
  entity: FtmEntity,
  position: Position,
  linker: Linker,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  const { schema, properties } = entity;
  const { value, used } = describeThing(entity);
  const own = value.key;
  linker.describe(own, value.type ?? null);
  yield { readable: true, kind: 'entity', value, position, source: schema };
  for (const [property, texts] of properties) {
    const lead = linkProperties.get(property);
    if (!lead) {
      if (!used.has(property)) counts.property(schema, property);
      continue;
    }
    const { relations, reversed, role, isCountry } = lead;
    const countries = isCountry ? texts.map(countryOf) : [];
    if (countries.includes(null)) counts.property(schema, property);
    for (const country of countries) {
      if (country) await linker.describeUnlessDescribed(country, position);
    }
    const others = isCountry
      ? countries.flatMap((country) => country?.key ?? [])
      : texts.map((text) => keyOfId(text));
    if (others.length === 0) continue;
    const links = others.map((other) => ({
      ...(reversed ? { from: other, to: own } : { from: own, to: other }),
      role,
    }));
    await linker.link({ source: schema, property, isObject: false, relations, links, position });
  }
}

async function readInterstitial(
  { id, schema, properties }: FtmEntity,
  position: Position,
  linker: Linker,
  counts: SourceCounts,
): Promise<void> {
  const declared = interstitials.get(schema);
  if (!declared) return;
  const { from, to, relations } = declared;
  linker.describe(keyOfId(id), null);
  const { period, used } = periodOf(properties);
  const roles = properties.get('role') ?? [undefined];
  const ends = (name: string) => (properties.get(name) ?? []).map((text) => keyOfId(text));
  const links = ends(from).flatMap((start) =>
    ends(to).flatMap((end) => roles.map((role) => ({ from: start, to: end, role }))),
  );
  const property = `${from}, ${to}`;
  const group = { source: schema, property, isObject: true, relations, links, period, position };
  await linker.link(group);
  for (const name of properties.keys()) {
    if (![from, to, 'role', ...used].includes(name)) counts.property(schema, name);
  }
}
