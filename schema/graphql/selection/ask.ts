import type { RowKind, Rows } from '../../../src/graph/rows/kinds.ts';
import type { Branch } from '../../../src/graph/select/branch.ts';
import type { Shape } from '../../../src/graph/select/shape.ts';
import type { Ontology } from '../../ontology/define.ts';
import type { PartKind } from './wishes.ts';

/** What a field may ask for on behalf of the fields below it. */
export interface Ask {
  readonly ontology: Ontology;
  /** ISO date: the day on which the question is asked. */
  readonly today: string;
  /** Rows of a kind, as far as the fields below read them, and with further columns. */
  shape<Kind extends RowKind>(kind: Kind, further?: ReadonlySet<string>): Shape<Rows[Kind]>;
  /** The same without what leads on from the rows: each loads that by itself. */
  flat<Kind extends RowKind>(kind: Kind, further?: ReadonlySet<string>): Shape<Rows[Kind]>;
  /** Columns of an item's part that fields below are computed from. */
  columns(part: PartKind): ReadonlySet<string>;
  /** Whether the list is asked for something beside its rows. */
  also(wish: ListWish): boolean;
}

/** What a list may be asked for beside its rows: a field says so in its extensions. */
export type ListWish = 'total' | 'cursors' | 'neighbours' | 'completeness' | 'ways';

/** How a field is answered together with its row; null where these arguments do not allow it. */
export type BranchMaker = (args: never, ask: Ask) => Pick<Branch, 'value' | 'read'> | null;
