import { relationIdentity } from '../identity.ts';
import type { Spooled } from './context.ts';
import { accept, batchSize, type CheckContext, datasetOf, refuseEntry, repeat } from './context.ts';
import { brokenReference, relationReferences } from './references.ts';

/** Both ends of a relation are there and of fitting types. */
export async function checkRelations(context: CheckContext): Promise<void> {
  for await (const batch of context.spools.relation.batches(batchSize)) {
    const keys = batch.flatMap(({ record }) => [record.from, record.to]);
    await context.known.look(keys.filter((key) => !context.known.inInput(key)));
    for (const entry of batch) await checkRelation(context, entry);
    context.onChecked(batch.length);
  }
}

async function checkRelation(context: CheckContext, entry: Spooled<'relation'>): Promise<void> {
  const dataset = datasetOf(context, entry);
  if (dataset === null) return;
  const { record, ref } = entry;
  const problem = brokenReference(relationReferences(record, context.ontology), context.known);
  if (problem) {
    await refuseEntry(context, 'relation', entry, problem);
    return;
  }
  const { relations } = context.checked;
  const { id, from, to } = relationIdentity(record, context.ontology);
  const said = relations.get(id) ?? new Map();
  relations.set(id, said);
  const claim = `${dataset}\n${record.period ?? ''}`;
  if (said.has(claim)) return repeat(context, entry);
  said.set(claim, ref);
  context.accepting?.relation(id, dataset, record.period ?? '');
  // A symmetric one counts the same from either end.
  accept(context, dataset, 'relation', { ...entry, record: { ...record, from, to } });
}
