import type { Spooled } from './context.ts';
import { accept, batchSize, type CheckContext, datasetOf, refuseEntry, repeat } from './context.ts';
import type { Problem } from './problem.ts';
import { digestOf } from './revision.ts';

/** One type for each key, everywhere; one record for each key in a dataset. */
export async function checkEntities(context: CheckContext): Promise<void> {
  for await (const batch of context.spools.entity.batches(batchSize)) {
    await context.known.look(batch.map(({ record }) => record.key));
    for (const entry of batch) await checkEntity(context, entry);
    context.onChecked(batch.length);
  }
}

async function checkEntity(context: CheckContext, entry: Spooled<'entity'>): Promise<void> {
  const dataset = datasetOf(context, entry);
  if (dataset === null) return;
  const { entities } = context.checked;
  const { key, type } = entry.record;
  const digest = digestOf('entity', entry.record);
  const known = entities.get(key);
  const before = known?.records.get(dataset);
  if (before?.digest === digest) return repeat(context, entry);
  const problem = typeClash(context, entry) ?? (before ? duplicate(key) : null);
  if (problem) {
    const { file, line } = entry.position;
    if (!before) context.known.refuse(key, `${file}:${line}`);
    await refuseEntry(context, 'entity', entry, problem);
    return;
  }
  accept(context, dataset, 'entity', entry);
  const records = known?.records ?? new Map();
  records.set(dataset, { ref: entry.ref, digest });
  if (!known) entities.set(key, { type, records });
  context.accepting?.entity(dataset, entry.record);
}

function typeClash(
  { checked, known }: CheckContext,
  { record }: Spooled<'entity'>,
): Problem | null {
  const { key, type } = record;
  const other = checked.entities.get(key)?.type ?? known.storedType(key);
  if (other === null || other === type) return null;
  const message = `"${key}" is already a ${other}; a key names one thing, so give the ${type} another`;
  return { path: '/type', code: 'TYPE_CLASH', message };
}

function duplicate(key: string): Problem {
  const message = `"${key}" is described before in this dataset, and differently; keep one of the two`;
  return { path: '/key', code: 'DUPLICATE_KEY', message };
}
