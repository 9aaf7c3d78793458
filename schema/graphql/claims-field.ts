import {
  type AttributeClaims,
  claimsBranch,
  loadAttributeClaims,
} from '../../src/graph/attribute-claims.ts';
import { judgesEachAlone } from '../../src/graph/filters/view.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { judgedColumns } from '../../src/graph/rows/statement.ts';
import type { View } from '../claims/view.ts';
import type { Ontology } from '../ontology/define.ts';
import type { BranchMaker } from './selection/ask.ts';
import { orHeld } from './selection/or-held.ts';
import { type InView, viewOf } from './view.ts';

/** Under which view, and on which day a question is asked. */
export interface AskedClaims {
  readonly view: View;
  readonly ontology: Ontology;
  /** ISO date. */
  readonly today: string;
}

/** A field of an entity that is computed from what is said of some of its attributes. */
export function claimsField<Result, Args extends InView>(
  predicatesOf: (args: Args, ontology: Ontology) => readonly string[],
  compute: (claims: AttributeClaims, asked: AskedClaims) => Result,
) {
  const branch: BranchMaker = (args: Args, { ontology, today, shape }) => {
    const view = viewOf(args.view, ontology);
    if (!judgesEachAlone(view)) return null;
    const asked = { predicates: predicatesOf(args, ontology), view };
    // Some of these fields show the statements that they are computed from.
    const statements = shape('statement', new Set(judgedColumns));
    const { value, read } = claimsBranch(ontology, asked, statements);
    return { value, read: (raw) => compute(read(raw), { view, ontology, today }) ?? null };
  };
  return {
    extensions: { follows: ['key'], branch },
    resolve: orHeld<EntityRow, Args, Result>(async (row, args, context) => {
      const { ontology, today } = context;
      const view = viewOf(args.view, ontology);
      const predicates = predicatesOf(args, ontology);
      const claims = await loadAttributeClaims(context, row.key, { predicates, view });
      return compute(claims, { view, ontology, today });
    }),
  };
}
