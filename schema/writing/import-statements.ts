import { z } from 'zod';
import type { Builder } from '../graphql/builder.ts';
import { maximalRecords, maximalText } from '../graphql/limits.ts';
import {
  dryRunInput,
  failed,
  type Outcome,
  type OutcomeFields,
  type WriteErrorRow,
} from './outcome.ts';
import { writerOf } from './writer-of.ts';

interface Imported extends Outcome {
  readonly datasets: readonly string[];
  readonly rejected: number;
  readonly replayed: boolean;
}

const text = z.string().max(maximalText).nullish();

export function defineImportStatements(builder: Builder, outcome: OutcomeFields) {
  builder.relayMutationField(
    'importStatements',
    {
      description: 'Claims, and what they are about, to be brought into the graph.',
      inputFields: (t) => ({
        records: t.field({
          type: ['JSONObject'],
          required: true,
          description: `Datasets, entities, documents, statements and relations, each as a line of NDJSON has it, with its kind; ${maximalRecords} at most.`,
          validate: z
            .array(z.unknown())
            .min(1, 'names no record')
            .max(maximalRecords, `at most ${maximalRecords} records: send several requests`),
        }),
        dataset: t.string({
          description: 'The key of their dataset, unless a record of kind dataset gives it.',
          validate: text,
        }),
        strict: t.boolean({
          defaultValue: false,
          description: 'Writes nothing unless every record is in order.',
        }),
        replace: t.boolean({
          defaultValue: false,
          description:
            'Takes the records for the whole of their dataset: what it said before and they do not say is retracted.',
        }),
        dryRun: dryRunInput(t),
        idempotencyKey: t.string({
          description:
            'Your own name for the request: sent again within a week, it is answered with the first result.',
          validate: text,
        }),
      }),
    },
    {
      authScopes: { write: true },
      nullable: true,
      description:
        'Brings records into the graph as `npm run import` does. What is there already stays, unless `replace` says otherwise.',
      resolve: async (_root, { input }, context): Promise<Imported> => {
        const { records, dataset, strict, replace, idempotencyKey } = input;
        const dryRun = input.dryRun ?? false;
        const { report, problem, replayed } = await writerOf(context).import({
          ...{
            records,
            dryRun,
            strict: strict ?? false,
            replace: replace ?? false,
            by: context.caller.name,
          },
          ...{ dataset: dataset ?? undefined, idempotencyKey: idempotencyKey ?? undefined },
        });
        if (!report) return { ...failed(problem, dryRun), datasets: [], rejected: 0, replayed };
        const { byKind, conflicts, rejects, rejected, datasets, stopped } = report;
        const refused = rejects.map(
          ({ code, message, line, path }): WriteErrorRow => ({
            ...{ code, message, record: line - 1, path },
          }),
        );
        const errors = stopped ? [...refused, notWritten] : refused;
        return { dryRun, errors, byKind, conflicts, datasets, rejected, replayed };
      },
    },
    {
      description: 'What an import has done.',
      outputFields: (t) => ({
        ...outcome(t as never),
        datasets: t.stringList({
          description: 'Keys of the datasets of the records.',
          resolve: ({ datasets }) => [...datasets],
        }),
        rejected: t.exposeInt('rejected', { description: 'Records that were refused.' }),
        replayed: t.exposeBoolean('replayed', {
          description: 'Whether this is the result of an earlier request with the idempotency key.',
        }),
      }),
    },
  );
}

const notWritten: WriteErrorRow = {
  code: 'STRICT',
  message: 'Nothing is written, as not every record is in order. Mend them, or leave out `strict`.',
  record: null,
  path: null,
};
