import type { Completeness, TruncationReason } from '../../src/graph/completeness.ts';
import type { Parts } from '../graphql/parts.ts';
import { atOnce } from '../graphql/selection/needs.ts';

export function defineCompleteness({ builder }: Pick<Parts, 'builder'>) {
  const TruncationReason = builder.enumType('TruncationReason', {
    description: 'Why an answer was cut short.',
    values: {
      LIMIT: { description: 'There is more than was asked for.' },
      TIME_BUDGET: { description: 'The time for one search, or its memory, was not enough.' },
      HUB_SKIPPED: { description: 'An entity with more relations than maxDegree was not passed.' },
    } satisfies Record<TruncationReason, { description: string }>,
  });
  return builder.objectRef<Completeness>('Completeness').implement({
    description: 'Whether the answer holds all that lies within the hops asked for.',
    fields: (t) => ({
      complete: t.boolean({
        description: 'Whether nothing is left out.',
        ...atOnce(({ reason }: Completeness) => reason === null),
      }),
      reason: t.field({
        type: TruncationReason,
        nullable: true,
        description: 'Why something is left out.',
        ...atOnce(({ reason }: Completeness) => reason),
      }),
      completeToHops: t.int({
        nullable: true,
        description: 'Everything up to this many hops is there; null where not even that.',
        ...atOnce(({ completeToHops }: Completeness) => completeToHops),
      }),
    }),
  });
}

export type CompletenessRef = ReturnType<typeof defineCompleteness>;
