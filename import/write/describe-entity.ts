import type { Ontology } from '../../schema/ontology/define.ts';
import type { EntityRecord } from '../check/records.ts';
import { type Description, inOrder, mergeDescriptions } from '../merge.ts';
import { type EntityWriteRow, pointProperties, type StoredEntityRow } from './entity-questions.ts';
import { sameProperties } from './writing.ts';

/** What datasets say of an entity that is stored. */
export function storedDescriptions(
  stored: StoredEntityRow | undefined,
  precedences: ReadonlyMap<string, number>,
): Description[] {
  const { datasets, records, undescribed } = (stored?.properties ?? {}) as {
    datasets?: readonly string[];
    records?: readonly string[];
    undescribed?: true;
  };
  if (undescribed) return [];
  return (datasets ?? []).flatMap((dataset, index) => {
    const record = records?.[index];
    if (record === undefined) return [];
    const precedence = precedences.get(dataset) ?? 100;
    return [{ dataset, precedence, record: JSON.parse(record) as EntityRecord }];
  });
}

/** The row that makes the graph show these descriptions; null where it does already. */
export function entityRow(
  descriptions: readonly Description[],
  stored: StoredEntityRow | undefined,
  ontology: Ontology,
): (EntityWriteRow & { readonly type: string }) | null {
  const { key, type, properties, aliases, sameAs, ...own } = mergeDescriptions(descriptions);
  const ordered = inOrder(descriptions);
  const points = pointProperties(ontology, type);
  const declared = Object.keys(ontology.entities[type]?.properties ?? {});
  const plain = declared.filter((name) => !points.includes(name));
  const row = {
    ...{ key, ...own, aliases, sameAs },
    ...valuesOf(plain, properties),
    undescribed: null,
    datasets: ordered.map(({ dataset }) => dataset),
    records: ordered.map(({ record }) => JSON.stringify(record)),
  };
  const placed = valuesOf(points, properties);
  if (stored && sameProperties({ ...row, ...placed }, stored.properties)) return null;
  return { key, type, properties: row, points: placed };
}

/** Null for what is not given, which takes an earlier value away. */
function valuesOf(names: readonly string[], properties: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
}
