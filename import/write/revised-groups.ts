import { entitlingRelations, revisableAttributes } from '../../schema/claims/supersession.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { RelationIdentity } from '../identity.ts';
import type { AttributeGroup } from './statement-questions.ts';

/** What is to be judged anew where relations came, went or changed: others may revise it now. */
export function revisedGroups(
  changed: readonly RelationIdentity[],
  ontology: Ontology,
): AttributeGroup[] {
  const entitling = entitlingRelations(ontology);
  const plans = changed.filter(({ type }) => entitling.includes(type)).map(({ to }) => to);
  return [...new Set(plans)].flatMap((subject) =>
    [...revisableAttributes].map((predicate) => ({ subject, predicate })),
  );
}
