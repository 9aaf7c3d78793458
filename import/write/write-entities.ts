import { groupBy } from '../../schema/claims/group-by.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { type Description, inOrder } from '../merge.ts';
import type { Outcome } from '../report/tally.ts';
import type { Entry, Spools } from '../spool.ts';
import { entityRow, storedDescriptions } from './describe-entity.ts';
import { toldUnder, writeMerged } from './describe-merged.ts';
import { storedEntities, writeEntities } from './entity-questions.ts';
import { chunks, type Writing } from './writing.ts';

const batchSize = 1_000;

/** Brings every entity of the input to what its datasets say of it together. */
export async function writeInputEntities(writing: Writing): Promise<void> {
  const { checked, spools, transact, onWritten } = writing;
  for (const keys of chunks([...checked.entities.keys()], batchSize)) {
    const said = await entriesOf(keys, writing, spools);
    await transact((run) => describeEntities(run, keys, said, writing));
    onWritten(keys.length);
  }
}

type Said = ReadonlyMap<string, readonly (readonly [dataset: string, entry: Entry<'entity'>])[]>;

async function entriesOf(keys: readonly string[], writing: Writing, spools: Spools): Promise<Said> {
  const places = keys.flatMap((key) =>
    [...(writing.checked.entities.get(key)?.records ?? [])].map(([dataset, { ref }]) => ({
      ...{ key, dataset, ref },
    })),
  );
  const entries = await spools.entity.read(places.map(({ ref }) => ref));
  const said = new Map<string, (readonly [string, Entry<'entity'>])[]>();
  for (const [index, { key, dataset }] of places.entries()) {
    const entry = entries[index];
    if (entry) said.set(key, [...(said.get(key) ?? []), [dataset, entry]]);
  }
  return said;
}

/** Without anything said by the input, an entity is left with what other datasets say. */
export async function describeEntities(
  run: Run,
  keys: readonly string[],
  said: Said,
  writing: Describing,
) {
  const { redirects } = writing;
  const alone = keys.filter((key) => !redirects.concerns(key));
  const merged = keys.filter((key) => redirects.concerns(key));
  const described = await describeAlone(run, alone, said, writing);
  if (merged.length === 0) return described;
  const { outcomes } = await describeMerged(run, merged, said, writing);
  return { outcomes: [...described.outcomes, ...outcomes] };
}

type Describing = Pick<Writing, 'ontology' | 'checked' | 'precedences' | 'redirects'>;

async function describeAlone(
  run: Run,
  keys: readonly string[],
  said: Said,
  { ontology, checked, precedences }: Describing,
) {
  const known = await run(compileQuestion(storedEntities, { ontology, keys }));
  const storedByKey = new Map(known.map((row) => [row.key, row]));
  const outcomes: (readonly ['entity', string, Outcome])[] = [];
  const changed: NonNullable<ReturnType<typeof entityRow>>[] = [];
  for (const key of keys) {
    const stored = storedByKey.get(key);
    const before = storedDescriptions(stored, precedences);
    const descriptions = descriptionsNow(key, before, said, { checked, precedences });
    if (descriptions.length === 0) continue;
    const row = entityRow(descriptions, stored, ontology);
    outcomes.push(['entity', key, row ? (stored ? 'updated' : 'created') : 'unchanged']);
    if (row) changed.push(row);
  }
  for (const [type, rows] of groupBy(changed, ({ type }) => type)) {
    await run(compileQuestion(writeEntities, { ontology, type, rows }));
  }
  return { outcomes };
}

/** Each key keeps what is said under it, so that a split can give it back. */
async function describeMerged(
  run: Run,
  keys: readonly string[],
  said: Said,
  describing: Describing,
) {
  const told = await toldUnder(run, keys, describing);
  const outcomes: (readonly ['entity', string, Outcome])[] = [];
  for (const key of keys) {
    const before = told.get(key);
    const counted = before?.undescribed ? [] : (before?.descriptions ?? []);
    const descriptions = inOrder(descriptionsNow(key, counted, said, describing));
    if (descriptions.length === 0) continue;
    const same = JSON.stringify(descriptions) === JSON.stringify(inOrder(counted));
    outcomes.push(['entity', key, same ? 'unchanged' : 'updated']);
    told.set(key, { descriptions, undescribed: false });
  }
  await writeMerged(run, keys, told, describing);
  return { outcomes };
}

function descriptionsNow(
  key: string,
  before: readonly Description[],
  said: Said,
  { checked, precedences }: Pick<Writing, 'checked' | 'precedences'>,
): Description[] {
  const fresh = said.get(key) ?? [];
  const freshDatasets = new Set(fresh.map(([dataset]) => dataset));
  const replaced = (dataset: string) =>
    checked.datasets.has(dataset) && !checked.keeping.keepsEntity(dataset, key);
  return [
    ...before.filter(({ dataset }) => !freshDatasets.has(dataset) && !replaced(dataset)),
    ...fresh.map(([dataset, { record }]) => ({
      ...{ dataset, precedence: precedences.get(dataset) ?? 100, record },
    })),
  ];
}
