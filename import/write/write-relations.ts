import { groupBy } from '../../schema/claims/group-by.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import type { Given } from '../check/given-relations.ts';
import { applyContradictions, together } from './apply-contradictions.ts';
import { applyRelations, type Support } from './apply-relations.ts';
import { relationAtPresent } from './as-said.ts';
import { datePlans } from './date-plans.ts';
import { type DatasetSupport, supportKey } from './derive-relations.ts';
import { judgeAttributes } from './judge-attributes.ts';
import { countChanges } from './mention-changes.ts';
import { revisedGroups } from './revised-groups.ts';
import type { Writing } from './writing.ts';

const batchSize = 2_000;

/** Brings the relations that the input gives as a whole to what its datasets say. */
export async function writeInputRelations(writing: Writing): Promise<void> {
  const { checked, transact, onWritten } = writing;
  for await (const given of checked.relations.batches(batchSize)) {
    await transact((run) => supportRelations(run, [...given.keys()], given, writing));
    onWritten([...given.values()].reduce((sum, { length }) => sum + length, 0));
  }
}

/**
 * Also for relations of which the input says nothing (any more). Ids are those of the input, and
 * `given` is what it says of them.
 */
export async function supportRelations(
  run: Run,
  ids: readonly string[],
  given: ReadonlyMap<string, readonly Given[]>,
  { checked, redirects, ontology }: Pick<Writing, 'checked' | 'redirects' | 'ontology'>,
) {
  const asked = new Set(ids);
  const saidOf = groupBy(ids, (id) => relationAtPresent(id, redirects, ontology));
  const support: Support = (id, stored) => {
    const said = (saidOf.get(id) ?? []).flatMap((each) => supportOf(each, given.get(each)));
    const replaced = ({ dataset, said }: DatasetSupport) =>
      asked.has(said) &&
      checked.datasets.has(dataset) &&
      !checked.keeping.keepsRelation(dataset, said);
    const left = stored.filter((each) => !replaced(each));
    const both = [...left, ...said].map((each) => [supportKey(each), each] as const);
    return [...new Map(both).values()];
  };
  return applySupport(run, [...saidOf.keys()], support, ontology);
}

/** Brings relations to what datasets say of them, and all that rests on them. */
export async function applySupport(
  run: Run,
  ids: readonly string[],
  support: Support,
  ontology: Ontology,
) {
  const applied = await applyRelations(run, ids, support, ontology);
  const revised = revisedGroups(applied.changed, ontology);
  const attributes = await judgeAttributes(run, revised, ontology);
  await datePlans(run, revised, attributes);
  const judged = together(applied, attributes);
  const conflicts = await applyContradictions(run, judged, [], ontology);
  await countChanges(run, { relations: applied }, ontology);
  const concerned = applied.changed.flatMap(({ from, to }) => [from, to]);
  return { outcomes: applied.outcomes, conflicts, concerned };
}

function supportOf(said: string, given: readonly Given[] = []): DatasetSupport[] {
  return given.map(([dataset, period]) => ({ dataset, period, said }));
}
