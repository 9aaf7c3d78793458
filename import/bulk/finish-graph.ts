import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphClient, Run } from '../../src/graph/client.ts';
import type { Checked } from '../check/checked.ts';
import { schemaStatements } from '../prepare.ts';
import { finishInputDatasets, writeInputDatasets } from '../write/write-datasets.ts';

/** Milliseconds for one statement: an index over a million statements takes some ten seconds. */
const timeout = 1_800_000;

/** The offline importer makes no difference between a list without elements and no list. */
const emptyLists = `MATCH (entity:Entity) WHERE entity.aliases IS NULL OR entity.sameAs IS NULL
CALL (entity) {
  SET entity.aliases = coalesce(entity.aliases, []), entity.sameAs = coalesce(entity.sameAs, [])
} IN TRANSACTIONS OF 10000 ROWS`;

/** What follows the offline import: constraints, indexes, and the word that the datasets are whole. */
export async function finishGraph(
  client: GraphClient,
  ontology: Ontology,
  checked: Pick<Checked, 'datasets' | 'revisions'>,
  onLast: (run: Run) => Promise<unknown> = async () => {},
): Promise<void> {
  const texts = [...schemaStatements(ontology, timeout / 1_000), emptyLists];
  await client.define(
    texts.map((text) => ({ text, parameters: {} })),
    timeout,
  );
  await client.write(async (run) => {
    await writeInputDatasets(run, checked);
    await finishInputDatasets(run, checked);
    await onLast(run);
  });
}
