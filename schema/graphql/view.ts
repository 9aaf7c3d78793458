import { z } from 'zod';
import { judgesEachAlone } from '../../src/graph/filters/view.ts';
import type { DisputePolicy, View } from '../claims/view.ts';
import type { Ontology } from '../ontology/define.ts';
import type { Modality } from '../ontology/statements.ts';
import type { Builder } from './builder.ts';
import type { Arguments } from './connections.ts';
import { described, type Enums } from './enums.ts';
import { type EntityRef, keyOf } from './global-id.ts';
import type { Inputs } from './inputs.ts';
import { maximalIds, namedSome } from './limits.ts';

/** A view as a client writes it. */
export interface ViewInput {
  readonly knownAt?: string | null | undefined;
  readonly validAt?: string | null | undefined;
  readonly modalities?: readonly Modality[] | null | undefined;
  readonly publishers?: readonly EntityRef[] | null | undefined;
  readonly minIndependentSources?: number | null | undefined;
  readonly disputed?: DisputePolicy | null | undefined;
}

const policyMeanings: Record<DisputePolicy, string> = {
  INCLUDE: 'Whether disputed or not.',
  EXCLUDE: 'Only what no other claim of the view contradicts.',
  ONLY: 'Only what another claim of the view contradicts.',
};

export function defineView(builder: Builder, enums: Enums, inputs: Pick<Inputs, 'EntityRef'>) {
  const Policy = builder.enumType('DisputePolicy', {
    description: 'What becomes of claims that others contradict.',
    values: described(policyMeanings),
  });
  return builder.inputRef<ViewInput>('View').implement({
    description:
      'Which claims count. All conditions hold for a claim to count; what rests on none that counts is not there. What reference data gives counts in every view but one of disputes only.',
    fields: (t) => ({
      knownAt: t.field({
        type: 'Date',
        description: 'Only documents that were certainly out on that day; none without a date.',
      }),
      validAt: t.field({
        type: 'Date',
        description: 'Only what was said to hold on that day, or at no time in particular.',
      }),
      modalities: t.field({
        type: [enums.Modality],
        description: 'Only claims that documents vouch for in one of these ways.',
        validate: namedSome('modality'),
      }),
      publishers: t.field({
        type: [inputs.EntityRef],
        description: `Only what these outlets reported, at first hand or relayed by others: ${maximalIds} at most.`,
        validate: namedSome('outlet'),
      }),
      minIndependentSources: t.int({
        description:
          'Only what so many distinct origins say; documents that relay one outlet count once.',
        validate: z.number().min(1, 'at least 1 source').nullish(),
      }),
      disputed: t.field({
        type: Policy,
        defaultValue: 'INCLUDE',
        description: 'What becomes of claims that others contradict.',
      }),
    }),
  });
}

export type ViewRef = ReturnType<typeof defineView>;

/** The argument `view`, as resolvers get it. */
export interface InView {
  readonly view?: ViewInput | null | undefined;
}

/** The argument `view`. */
export function viewArgument(arg: Arguments, view: ViewRef) {
  return arg({ type: view, description: 'Which claims count; all, if nothing is said.' });
}

/** Whether statements may be judged by a view inside the statement that asks for more. */
export function judgedInline({ view }: InView, { ontology }: { readonly ontology: Ontology }) {
  return judgesEachAlone(viewOf(view, ontology));
}

/** Throws `UserInputError` for the id of something that is no entity. */
export function viewOf(input: ViewInput | null | undefined, ontology: Ontology): View {
  const { knownAt, validAt, modalities, publishers, minIndependentSources, disputed } = input ?? {};
  return {
    knownAt: knownAt ?? undefined,
    validAt: validAt ?? undefined,
    modalities: modalities ?? undefined,
    publishers: publishers?.map((ref) => keyOf(ref, ontology)),
    minIndependentSources:
      minIndependentSources && minIndependentSources > 1 ? minIndependentSources : undefined,
    disputed: disputed && disputed !== 'INCLUDE' ? disputed : undefined,
  };
}
