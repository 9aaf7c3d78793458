import type { Parts } from '../graphql/parts.ts';
import { defineChanges } from './changes.ts';
import { defineImportStatements } from './import-statements.ts';
import { defineOutcome } from './outcome.ts';
import { defineReconciliation } from './reconcile-entities.ts';
import { defineRetractDocument } from './retract-document.ts';

/** The mutations, for callers with the scope `write`, and the log of what was changed. */
export function defineWriting(parts: Parts) {
  const { builder, enums } = parts;
  builder.mutationType({
    description: 'Changes of the graph, for callers with the scope `write`.',
  });
  const outcome = defineOutcome(builder, enums);
  defineImportStatements(builder, outcome);
  defineRetractDocument(builder, outcome);
  defineReconciliation(parts, outcome);
  defineChanges(parts);
}
