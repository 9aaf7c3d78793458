import type { Ontology } from '../schema/ontology/define.ts';
import type { GraphClient, Run } from '../src/graph/client.ts';
import { compileQuestion } from '../src/graph/question.ts';
import { commandUser, type Occasion } from './changes/change.ts';
import { log } from './changes/log-change.ts';
import type { Checked } from './check/checked.ts';
import { GivenRelations } from './check/given-relations.ts';
import { Keeping } from './check/keeping.ts';
import { digestOf } from './check/revision.ts';
import { withLease } from './lease/lease.ts';
import { prepareGraph } from './prepare.ts';
import { readRedirects } from './redirects/stored.ts';
import type { ConflictChange } from './report/conflict-change.ts';
import type { Counts, ReportKind } from './report/report.ts';
import { type Done, sumOf, type Tally } from './report/tally.ts';
import { type Retractable, type RetractableKind, retractableOf } from './retractable.ts';
import { perform, rehearse } from './transact.ts';
import { markRetracted } from './write/dataset-questions.ts';
import { retractDocument, retractForgotten, retractUnsaid } from './write/retract.ts';
import { standingOfDatasets } from './write/write-datasets.ts';
import type { Transact } from './write/writing.ts';

export interface RetractionOptions {
  readonly ontology: Ontology;
  readonly client: GraphClient;
  /** Of a document or a dataset. */
  readonly key: string;
  /** Which of the two, where both have this key. */
  readonly as?: RetractableKind | undefined;
  /** Reports what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Who retracts, for the log of changes; the user of the process if nothing is said. */
  readonly by?: string | undefined;
  /** Called when an import is under way and this waits for its end. */
  readonly onWait?: () => void;
  /** For how many milliseconds it waits; without end if nothing is said. */
  readonly patience?: number | undefined;
  /** Ends it before its next transaction, with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface RetractionReport extends Counts {
  readonly kind: RetractableKind;
  readonly key: string;
  /** The document's, or itself. */
  readonly dataset: string;
  readonly conflicts: readonly ConflictChange[];
  readonly byKind: Readonly<Record<ReportKind, Counts>>;
}

/**
 * Takes back what a document or a dataset says, with all that rests on it. What others support
 * stays. Again, it changes nothing. Throws an ImportError for a key that the graph does not know.
 */
export async function retract(options: RetractionOptions): Promise<RetractionReport> {
  const { client, ontology, key, onWait = () => {}, patience, dryRun = false, signal } = options;
  const { by = commandUser() } = options;
  if (!dryRun) await prepareGraph(client, ontology);
  return withLease({ client, onWait, patience, signal }, async (lease) => {
    const found = await retractableOf(client, key, options.as);
    const write = (transact: Transact, tally: Tally) =>
      retractFound(found, ontology, transact, { by, tally });
    const tally = dryRun ? await rehearse(client, write) : await perform(client, lease, write);
    const byKind = tally.byKind();
    const { kind, dataset } = found;
    const counts = { ...sumOf(Object.values(byKind)), byKind };
    return { kind, key, dataset, ...counts, conflicts: tally.conflicts() };
  });
}

async function retractFound(
  found: Retractable,
  ontology: Ontology,
  transact: Transact,
  { by, tally }: { readonly by: string; readonly tally: Tally },
) {
  const { kind, key, dataset, retracted } = found;
  const documents = kind === 'document' ? [key] : [];
  const occasion: Occasion = { kind: 'RETRACTION', by, datasets: [dataset], documents };
  const revision = digestOf('retracted', key, kind === 'document' ? found.revision : null);
  if (kind === 'document') {
    const onLast = async (run: Run, done: Done) => {
      await log(run, tally.plus(done), occasion);
    };
    const retracting = { document: key, dataset, revision };
    if (!retracted) await retractDocument(retracting, ontology, transact, onLast);
    await retractForgotten({ transact });
    return;
  }
  const { precedences } = await transact(standingOfDatasets);
  const checked = nothingSaidBy(dataset, ontology);
  const { redirects } = await transact(readRedirects);
  const known = new Set([dataset]);
  await retractUnsaid({ ontology, transact, checked, precedences, known, redirects });
  await transact(async (run) => {
    await run(compileQuestion(markRetracted, { key, revision }));
    await log(run, tally, occasion);
    return { outcomes: [] };
  });
}

/** As after an import of the dataset that holds no record. */
function nothingSaidBy(dataset: string, ontology: Ontology): Checked {
  const record = { key: dataset, title: dataset, precedence: 100 };
  return {
    ...{ datasets: new Map([[dataset, record]]), datasetOf: [], revisions: new Map() },
    ...{ entities: new Map(), documents: new Map(), relations: new GivenRelations(null) },
    ...{ keeping: new Keeping(ontology), passagesChecked: 0, passagesNotAtHand: 0 },
  };
}
