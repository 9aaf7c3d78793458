import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { EntityRecord } from '../check/records.ts';
import { type Description, inOrder } from '../merge.ts';
import type { Redirects } from '../redirects/redirects.ts';
import { entityRow } from './describe-entity.ts';
import { writeEntities } from './entity-questions.ts';
import { type ToldRow, toldOfKeys, writeTold } from './redirect-questions.ts';

export interface Describing {
  readonly ontology: Ontology;
  readonly precedences: ReadonlyMap<string, number>;
  readonly redirects: Redirects;
}

/** What datasets say under one key; what the last one said where none does. */
export interface Told {
  readonly descriptions: readonly Description[];
  readonly undescribed: boolean;
}

/** What is said under each key of the entities that these keys stand for. */
export async function toldUnder(
  run: Run,
  keys: readonly string[],
  { precedences, redirects }: Describing,
): Promise<Map<string, Told>> {
  const rows = await run(compileQuestion(toldOfKeys, allKeys(keys, redirects)));
  const told = ({ datasets, records, undescribed }: ToldRow): Told => {
    const descriptions = datasets.map((dataset, index) => ({
      ...{ dataset, precedence: precedences.get(dataset) ?? 100 },
      record: JSON.parse(records[index] ?? '') as EntityRecord,
    }));
    return { descriptions, undescribed };
  };
  return new Map(rows.map((row) => [row.key, told(row)]));
}

/** Writes what is said under these keys, and shows their entities with all that is said of them. */
export async function writeMerged(
  run: Run,
  keys: readonly string[],
  told: ReadonlyMap<string, Told>,
  describing: Describing,
): Promise<void> {
  const { ontology, redirects } = describing;
  const rows = keys.flatMap((key) => toldRow(key, told.get(key)) ?? []);
  await run(compileQuestion(writeTold, rows));
  for (const root of new Set(keys.map((key) => redirects.present(key)))) {
    const shown = shownRow(root, told, describing);
    if (!shown) continue;
    await run(compileQuestion(writeEntities, { ontology, type: shown.type, rows: [shown] }));
  }
}

function allKeys(keys: readonly string[], redirects: Redirects): string[] {
  const roots = new Set(keys.map((key) => redirects.present(key)));
  return [...roots].flatMap((root) => redirects.keysOf(root));
}

function toldRow(key: string, told: Told | undefined): ToldRow | null {
  if (!told) return null;
  const ordered = inOrder(told.descriptions);
  return {
    ...{ key, datasets: ordered.map(({ dataset }) => dataset), undescribed: told.undescribed },
    records: ordered.map(({ record }) => JSON.stringify(record)),
  };
}

/** Of one dataset, what it says under the entity's own key goes before the rest. */
function shownRow(
  root: string,
  told: ReadonlyMap<string, Told>,
  { ontology, redirects }: Describing,
) {
  const own = told.get(root);
  const row = toldRow(root, own);
  if (!own || !row) return null;
  const keys = redirects.keysOf(root);
  const described = keys.flatMap((key) => told.get(key) ?? []).filter((each) => !each.undescribed);
  const said = described.length > 0 ? described : [own];
  const descriptions = inOrder(said.flatMap((each) => each.descriptions));
  const named = descriptions.map((each) => ({ ...each, record: { ...each.record, key: root } }));
  const shown = entityRow(named, undefined, ontology);
  const merged = keys.length > 1;
  return (
    shown && {
      ...shown,
      properties: {
        ...shown.properties,
        records: descriptions.map(({ record }) => JSON.stringify(record)),
        undescribed: described.length > 0 ? null : true,
        ownDatasets: merged ? row.datasets : null,
        ownRecords: merged ? row.records : null,
        ownUndescribed: merged && row.undescribed ? true : null,
      },
    }
  );
}
