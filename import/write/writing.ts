import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import type { Checked } from '../check/checked.ts';
import type { Redirects } from '../redirects/redirects.ts';
import type { Done } from '../report/tally.ts';
import type { Spools } from '../spool.ts';

/** Runs work in one transaction, which may run again, and counts what it did once it is done. */
export type Transact = <Result extends Done>(
  work: (run: Run) => Promise<Result>,
) => Promise<Result>;

/** What the steps of writing share. */
export interface Writing {
  readonly ontology: Ontology;
  readonly spools: Spools;
  readonly checked: Checked;
  readonly transact: Transact;
  /** Of the datasets of the input and of the graph. */
  readonly precedences: ReadonlyMap<string, number>;
  /** Datasets of the input of which the graph may hold something already. */
  readonly known: ReadonlySet<string>;
  readonly redirects: Redirects;
  readonly onWritten: (count: number) => void;
}

/** The same for values that Neo4j stores alike: an absent property and null, any order of keys. */
export function sameProperties(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  return canonical(a) === canonical(b);
}

function canonical(properties: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(properties).filter(([, value]) => value !== null);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
