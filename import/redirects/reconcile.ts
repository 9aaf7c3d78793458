import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphClient, Run } from '../../src/graph/client.ts';
import { commandUser, type Occasion } from '../changes/change.ts';
import { log } from '../changes/log-change.ts';
import { withLease } from '../lease/lease.ts';
import { prepareGraph } from '../prepare.ts';
import type { ConflictChange } from '../report/conflict-change.ts';
import type { Counts, ReportKind } from '../report/report.ts';
import type { Tally } from '../report/tally.ts';
import { perform, rehearse } from '../transact.ts';
import { mergeEntity, splitEntity } from '../write/merge-entity.ts';
import { retractForgotten } from '../write/retract.ts';
import { standingOfDatasets } from '../write/write-datasets.ts';
import type { Transact } from '../write/writing.ts';
import { entityToMerge, entityToMergeInto, redirectToSplit } from './reconcilable.ts';
import type { Redirects } from './redirects.ts';
import { readRedirects } from './stored.ts';

interface Reconciling {
  readonly ontology: Ontology;
  readonly client: GraphClient;
  /** Reports what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Who does it, for the log of changes; the user of the process if nothing is said. */
  readonly by?: string | undefined;
  /** Called when an import is under way and this waits for its end. */
  readonly onWait?: () => void;
  /** For how many milliseconds it waits; without end if nothing is said. */
  readonly patience?: number | undefined;
  /** Ends it before its next transaction, with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface MergeOptions extends Reconciling {
  /** The entity that stays. */
  readonly into: string;
  /** The one whose key leads there from now on. */
  readonly key: string;
  readonly reason: string;
}

export interface SplitOptions extends Reconciling {
  readonly key: string;
}

export interface ReconciliationReport {
  /** That was merged or split off. */
  readonly key: string;
  /** The entity that it was merged into, or split off from. */
  readonly into: string;
  readonly conflicts: readonly ConflictChange[];
  readonly byKind: Readonly<Record<ReportKind, Counts>>;
}

/**
 * Makes two entities one. What is said of either is said of it, and the key of one leads to the
 * other. Throws an ImportError where that makes no sense.
 */
export async function merge(options: MergeOptions): Promise<ReconciliationReport> {
  const { client, ontology, reason } = options;
  return reconcile(options, async (redirects) => {
    const target = await entityToMergeInto(client, options.into, redirects);
    const entity = await entityToMerge(client, options.key, target, redirects);
    const [into, key] = [target.key, entity.key];
    const write = (run: Run, precedences: ReadonlyMap<string, number>) =>
      mergeEntity(run, { key, into, reason, ontology, precedences, redirects });
    return { key, into, occasion: { kind: 'MERGE', reason }, write };
  });
}

/** Undoes a merge: what was said of the entity is said of it again, also what came since. */
export async function split(options: SplitOptions): Promise<ReconciliationReport> {
  const { client, ontology } = options;
  return reconcile(options, async (redirects) => {
    const key = await redirectToSplit(client, options.key, redirects);
    const write = (run: Run, precedences: ReadonlyMap<string, number>) =>
      splitEntity(run, { key, ontology, precedences, redirects });
    return { key, into: redirects.present(key), occasion: { kind: 'SPLIT' }, write };
  });
}

interface Step {
  readonly key: string;
  readonly into: string;
  readonly occasion: Pick<Occasion, 'kind' | 'reason'>;
  readonly write: (
    run: Run,
    precedences: ReadonlyMap<string, number>,
  ) => ReturnType<typeof mergeEntity>;
}

/** All of it in one transaction, so that nobody sees half of it. */
async function reconcile(
  { client, ontology, by = commandUser(), dryRun = false, ...waiting }: Reconciling,
  stepFor: (redirects: Redirects) => Promise<Step>,
): Promise<ReconciliationReport> {
  if (!dryRun) await prepareGraph(client, ontology);
  const { onWait = () => {}, patience, signal } = waiting;
  return withLease({ client, onWait, patience, signal }, async (lease) => {
    const { redirects } = await readRedirects((asked) => client.read(asked));
    const { key, into, occasion, write } = await stepFor(redirects);
    const writeAll = async (transact: Transact, tally: Tally) => {
      await transact(async (run) => {
        const { precedences } = await standingOfDatasets(run);
        const written = await write(run, precedences);
        const done = { ...written, concerned: [...(written.concerned ?? []), key, into] };
        await log(run, tally.plus(done), { ...occasion, by });
        return done;
      });
      await retractForgotten({ transact });
    };
    const tally = dryRun
      ? await rehearse(client, writeAll)
      : await perform(client, lease, writeAll);
    return { key, into, conflicts: tally.conflicts(), byKind: tally.byKind() };
  });
}
