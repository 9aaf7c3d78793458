import {
  entitlingModalities,
  entitlingRelations,
  revisableAttributes,
} from '../../schema/claims/supersession.ts';
import { relationOfId } from '../identity.ts';
import { deriveRelation } from '../write/derive-relations.ts';
import type { RelationWriteRow } from '../write/relation-questions.ts';
import { claimOf } from '../write/statement-state.ts';
import { propertiesOf } from './csv/properties.ts';
import { attributeKey, type Given, type GraphFiles, type Said } from './graph-files.ts';
import { stateOf, writeStatements } from './write-statement.ts';

/** All that affirms, denies or gives one relation. Whether that was enough to make a relation. */
export function writeRelation(
  id: string,
  items: readonly (Said | Given)[],
  files: GraphFiles,
): boolean {
  const { csv, numbers, counts, conflicts, ontology } = files;
  const identity = relationOfId(id);
  const states = items.flatMap((item) => ('record' in item ? stateOf(item, files) : []));
  const supports = items.flatMap((item) => ('dataset' in item ? { ...item, said: id } : []));
  const { row, pairs } = deriveRelation(identity, states.map(claimOf), supports, ontology);
  const disputed = new Set(pairs.flat().map((claim) => claim.id));
  conflicts.write(pairs, states, writeStatements(states, disputed, files));
  if (!row) return false;
  const [from, to] = [numbers.entity(row.from), numbers.entity(row.to)];
  csv.relationship(identity.type, from, to, propertiesOf(row));
  counts.relation(from, to);
  entitle(identity.type, row, files);
  return true;
}

/** Whoever announced or pursues a plan may revise what was said of it. */
function entitle(type: string, { from, to, properties }: RelationWriteRow, files: GraphFiles) {
  if (!entitlingRelations(files.ontology).includes(type)) return;
  if (!entitlingModalities.some((modality) => modality === properties.modality)) return;
  for (const predicate of revisableAttributes) {
    files.attributes.add(attributeKey(to, predicate), { entitled: from });
  }
}
