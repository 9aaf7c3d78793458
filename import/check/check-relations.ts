import { relationIdentity } from '../identity.ts';
import type { Spooled } from './context.ts';
import { accept, batchSize, type CheckContext, datasetOf, refuseEntry, repeat } from './context.ts';
import type { Given } from './given-relations.ts';
import { brokenReference, relationReferences } from './references.ts';

/** Both ends of a relation are there and of fitting types. */
export async function checkRelations(context: CheckContext): Promise<void> {
  const { spools, known, checked, ontology } = context;
  for await (const batch of spools.relation.batches(batchSize)) {
    const keys = batch.flatMap(({ record }) => [record.from, record.to]);
    await known.look(keys.filter((key) => !known.inInput(key)));
    const ids = batch.map(({ record }) => relationIdentity(record, ontology).id);
    const given = await checked.relations.of(ids);
    const changed = new Map<string, readonly Given[]>();
    for (const entry of batch) await checkRelation(context, entry, given, changed);
    await checked.relations.add(changed);
    context.onChecked(batch.length);
  }
}

async function checkRelation(
  context: CheckContext,
  entry: Spooled<'relation'>,
  given: Map<string, readonly Given[]>,
  changed: Map<string, readonly Given[]>,
): Promise<void> {
  const dataset = datasetOf(context, entry);
  if (dataset === null) return;
  const { record } = entry;
  const problem = brokenReference(relationReferences(record, context.ontology), context.known);
  if (problem) {
    await refuseEntry(context, 'relation', entry, problem);
    return;
  }
  const { id, from, to } = relationIdentity(record, context.ontology);
  const [before, period] = [given.get(id) ?? [], record.period ?? ''];
  if (before.some((each) => each[0] === dataset && each[1] === period)) {
    return repeat(context, entry);
  }
  const now = [...before, [dataset, period] as const];
  given.set(id, now);
  changed.set(id, now);
  context.accepting?.relation(id, dataset, period);
  // A symmetric one counts the same from either end.
  accept(context, dataset, 'relation', { ...entry, record: { ...record, from, to } });
}
