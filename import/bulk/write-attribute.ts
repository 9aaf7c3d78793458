import { contradictingPairs } from '../../schema/claims/contradicting-pairs.ts';
import { dueDay } from '../../schema/claims/due-day.ts';
import { claimOf } from '../write/statement-state.ts';
import type { Entitled, GraphFiles, Said } from './graph-files.ts';
import { stateOf, writeStatements } from './write-statement.ts';

/** All that is said of one attribute of an entity. */
export function writeAttribute(items: readonly (Said | Entitled)[], files: GraphFiles): void {
  const states = items.flatMap((item) => ('record' in item ? stateOf(item, files) : []));
  const [first] = states;
  if (!first) return;
  const { subject, properties } = first;
  const entitled = new Set(items.flatMap((item) => ('entitled' in item ? item.entitled : [])));
  const claims = states.map(claimOf);
  const pairs = contradictingPairs(claims, new Map([[subject, entitled]]), files.ontology);
  const disputed = new Set(pairs.flat().map(({ id }) => id));
  files.conflicts.write(pairs, states, writeStatements(states, disputed, files));
  const day = properties.predicate === 'DUE' ? dueDay(claims, entitled) : null;
  if (day !== null) files.counts.due(files.numbers.entity(subject), day);
}
