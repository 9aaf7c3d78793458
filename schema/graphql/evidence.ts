import type { Evidence } from '../claims/relation-summary.ts';
import type { Parts } from './parts.ts';
import { reads } from './reads.ts';

const evidence = reads<Evidence>();

export function defineEvidence({ builder }: Parts) {
  builder.objectType('Evidence', {
    description: 'What stands behind a relation. Reference data has none.',
    fields: (t) => ({
      statementCount: t.int({
        description: 'Statements that say so.',
        ...evidence('statementCount')((row) => row.statementCount),
      }),
      documentCount: t.int({
        description: 'Documents with such a statement.',
        ...evidence('documentCount')((row) => row.documentCount),
      }),
      independentSourceCount: t.int({
        description: 'Distinct origins: documents that relay the same outlet count once.',
        ...evidence('independentSourceCount')((row) => row.independentSourceCount),
      }),
      firstReported: t.field({
        type: 'Date',
        nullable: true,
        description: 'When the first dated document was certainly out.',
        ...evidence('firstReported')((row) => row.firstReported),
      }),
      lastReported: t.field({
        type: 'Date',
        nullable: true,
        description: 'When the last dated document was certainly out.',
        ...evidence('lastReported')((row) => row.lastReported),
      }),
      disputed: t.boolean({
        description: 'Whether another statement contradicts one of them.',
        ...evidence('disputed')((row) => row.disputed),
      }),
    }),
  });
}
