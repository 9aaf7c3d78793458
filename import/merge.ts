import { fold, foldedForms } from '../schema/text/fold.ts';
import type { EntityRecord } from './check/records.ts';

/** What one dataset says of an entity. */
export interface Description {
  readonly dataset: string;
  readonly precedence: number;
  readonly record: EntityRecord;
}

/** What is shown of an entity. Null where no dataset says anything. */
export interface MergedEntity {
  readonly key: string;
  readonly type: string;
  readonly nameEn: string | null;
  readonly nameDe: string | null;
  readonly aliases: readonly string[];
  readonly descriptionEn: string | null;
  readonly descriptionDe: string | null;
  readonly sameAs: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly name: string;
  readonly sortName: string;
  readonly foldedNames: readonly string[];
}

/**
 * Each value is that of the first dataset that gives one, by precedence and then by key. Names that
 * lose become aliases; aliases and addresses of all datasets are united.
 */
export function mergeDescriptions(descriptions: readonly Description[]): MergedEntity {
  const records = inOrder(descriptions).map(({ record }) => record);
  const [first] = records;
  if (!first) throw new RangeError('an entity that no dataset describes cannot be merged');
  const shown = <K extends keyof EntityRecord>(property: K) =>
    records.find((record) => record[property] !== undefined)?.[property] ?? null;
  const [nameEn, nameDe] = [shown('nameEn'), shown('nameDe')];
  const names = records.flatMap((record) => [record.nameEn ?? [], record.nameDe ?? []].flat());
  const aliases = unique([...names, ...records.flatMap((record) => record.aliases)]).filter(
    (alias) => alias !== nameEn && alias !== nameDe,
  );
  const name = nameEn ?? nameDe ?? first.key;
  return {
    ...{ key: first.key, type: first.type, nameEn, nameDe, aliases, name, sortName: fold(name) },
    descriptionEn: shown('descriptionEn'),
    descriptionDe: shown('descriptionDe'),
    sameAs: unique(records.flatMap((record) => record.sameAs)),
    properties: Object.assign({}, ...records.map((record) => record.properties).reverse()),
    foldedNames: unique([...[nameEn ?? [], nameDe ?? []].flat(), ...aliases].flatMap(foldedForms)),
  };
}

/** Those of one dataset keep their order. */
export function inOrder<D extends Pick<Description, 'dataset' | 'precedence'>>(
  descriptions: readonly D[],
): D[] {
  return [...descriptions].sort(
    (a, b) =>
      a.precedence - b.precedence || (a.dataset < b.dataset ? -1 : a.dataset > b.dataset ? 1 : 0),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
