import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { SourceCounts } from '../read/foreign/source-counts.ts';
import type { Entry, Ref, Spools } from '../spool.ts';
import type { Accepting } from './accepting.ts';
import type { Checked } from './checked.ts';
import type { Copies } from './copies.ts';
import { type Refuse, refusal } from './gather.ts';
import type { KnownEntities } from './known-entities.ts';
import type { Problem } from './problem.ts';
import type { Kind } from './records.ts';
import { digestOf, type Revision } from './revision.ts';

/** What the checks of one import share. */
export interface CheckContext {
  readonly ontology: Ontology;
  readonly client: GraphReader;
  readonly spools: Spools;
  readonly copies: Copies;
  readonly checked: Checked;
  readonly known: KnownEntities;
  readonly refuse: Refuse;
  /** By dataset. */
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly sources: SourceCounts;
  readonly accepting: Accepting | undefined;
  readonly onChecked: (count: number) => void;
}

export const batchSize = 1_000;

export type Spooled<K extends Kind> = Entry<K> & { readonly ref: Ref };

export async function refuseEntry<K extends Kind>(
  { refuse }: CheckContext,
  kind: K,
  { input, record, position }: Entry<K>,
  problem: Problem,
): Promise<void> {
  await refuse(refusal(input, kind, record, position, problem));
}

/** The dataset of an entry. Where it could not be told, one refusal has said so already. */
export function datasetOf({ checked }: CheckContext, { input }: { input: number }): string | null {
  return checked.datasetOf[input] ?? null;
}

/** Counts a record that its dataset has given before, word for word. */
export function repeat({ sources }: CheckContext, { source }: { source?: string }): void {
  if (source !== undefined) sources.count(source, 'repeated');
}

/** Counts a record in among the content of its dataset, and returns its digest. */
export function accept<K extends Kind>(
  { revisions, sources }: CheckContext,
  dataset: string,
  kind: K,
  { record, source }: Entry<K>,
): string {
  if (source !== undefined) sources.count(source, 'loaded');
  const digest = digestOf(kind, record);
  revisions.get(dataset)?.add(digest);
  return digest;
}
