import { z } from 'zod';
import type { Builder } from '../graphql/builder.ts';
import { maximalText } from '../graphql/limits.ts';
import { dryRunInput, failed, type Outcome, type OutcomeFields } from './outcome.ts';
import { writerOf } from './writer-of.ts';

export function defineRetractDocument(builder: Builder, outcome: OutcomeFields) {
  builder.relayMutationField(
    'retractDocument',
    {
      description: 'A document whose statements are to go.',
      inputFields: (t) => ({
        key: t.string({
          required: true,
          description: 'Of the document.',
          validate: z.string().max(maximalText),
        }),
        dryRun: dryRunInput(t),
      }),
    },
    {
      authScopes: { write: true },
      nullable: true,
      description:
        'Takes back what a document says, with all that rests on it. What others support stays. Again, it changes nothing.',
      resolve: async (_root, { input }, context): Promise<Outcome> => {
        const dryRun = input.dryRun ?? false;
        const { report, problem } = await writerOf(context).retract({
          ...{ document: input.key, dryRun, by: context.caller.name },
        });
        if (!report) return failed(problem, dryRun);
        const { byKind, conflicts } = report;
        return { dryRun, errors: [], byKind, conflicts };
      },
    },
    {
      description: 'What has gone with a document.',
      outputFields: (t) => outcome(t as never),
    },
  );
}
