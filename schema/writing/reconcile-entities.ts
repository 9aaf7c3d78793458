import { z } from 'zod';
import type { GraphWriter } from '../../src/writer.ts';
import type { Fields } from '../graphql/connections.ts';
import { keyOf } from '../graphql/global-id.ts';
import { maximalText } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { rowAt } from '../graphql/selection/leads.ts';
import { dryRunInput, failed, type Outcome, type OutcomeFields } from './outcome.ts';
import { writerOf } from './writer-of.ts';

interface Reconciled extends Outcome {
  /** Of the entity that the payload shows; null where nothing was done. */
  readonly entity: string | null;
}

/** `mergeEntities` and `splitEntity`. */
export function defineReconciliation(
  { builder, ontology, inputs }: Pick<Parts, 'builder' | 'ontology' | 'inputs'>,
  outcome: OutcomeFields,
) {
  const entityField = (t: Fields<Reconciled>, description: string) =>
    t.field({
      type: 'Entity',
      nullable: true,
      description,
      resolve: ({ entity }, _args, context, info) =>
        entity === null ? null : rowAt('entity', entity, context, info),
    });
  builder.relayMutationField(
    'mergeEntities',
    {
      description: 'Two entities that are one.',
      extensions: { asNamed: true },
      inputFields: (t) => ({
        into: t.field({
          type: inputs.EntityRef,
          required: true,
          description: 'The one that stays.',
        }),
        entity: t.field({
          type: inputs.EntityRef,
          required: true,
          description: 'The one that becomes part of it; its id and key go on to answer.',
        }),
        reason: t.string({
          required: true,
          description: 'Why they are one.',
          validate: z.string().regex(/\S/, 'says nothing').max(maximalText),
        }),
        dryRun: dryRunInput(t),
      }),
    },
    {
      authScopes: { write: true },
      nullable: true,
      description: 'Makes two entities one. splitEntity undoes it.',
      resolve: async (_root, { input }, context): Promise<Reconciled> => {
        const { reason } = input;
        const dryRun = input.dryRun ?? false;
        const into = keyOf(input.into, ontology);
        const key = keyOf(input.entity, ontology);
        const by = context.caller.name;
        const written = await writerOf(context).merge({ into, key, reason, dryRun, by });
        return reconciled(written, dryRun, ({ into }) => into);
      },
    },
    {
      description: 'What a merge has done.',
      outputFields: (t) => ({
        ...outcome(t as never),
        entity: entityField(t as never, 'The one that stays; null where nothing was done.'),
      }),
    },
  );
  builder.relayMutationField(
    'splitEntity',
    {
      description: 'An entity that was merged into another.',
      inputFields: (t) => ({
        key: t.string({
          required: true,
          description: 'Its own key, which leads to the other now.',
          validate: z.string().max(maximalText),
        }),
        dryRun: dryRunInput(t),
      }),
    },
    {
      authScopes: { write: true },
      nullable: true,
      description: 'Undoes a merge: what was said of the entity, also since, is said of it again.',
      resolve: async (_root, { input }, context): Promise<Reconciled> => {
        const { key } = input;
        const dryRun = input.dryRun ?? false;
        const by = context.caller.name;
        const written = await writerOf(context).split({ key, dryRun, by });
        // A dry run leaves it a part of the other.
        return reconciled(written, dryRun, ({ key, into }) => (dryRun ? into : key));
      },
    },
    {
      description: 'What a split has done.',
      outputFields: (t) => ({
        ...outcome(t as never),
        entity: entityField(
          t as never,
          'The one that is there again; null where nothing was done.',
        ),
      }),
    },
  );
}

type Written = Awaited<ReturnType<GraphWriter['merge']>>;
type Report = NonNullable<Written['report']>;

function reconciled(
  { report, problem }: Written,
  dryRun: boolean,
  shown: (report: Report) => string,
): Reconciled {
  if (!report) return { ...failed(problem, dryRun), entity: null };
  const { byKind, conflicts } = report;
  return { dryRun, errors: [], byKind, conflicts, entity: shown(report) };
}
