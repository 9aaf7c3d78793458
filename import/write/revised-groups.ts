import type { Ontology } from '../../schema/ontology/define.ts';
import type { RelationIdentity } from '../identity.ts';
import type { AttributeGroup } from './statement-questions.ts';

/** Attributes of which a later word may replace an earlier one, instead of contradicting it. */
export const revisableAttributes: ReadonlySet<string> = new Set(['DUE', 'STATUS']);

const entitlingTypes = ['ANNOUNCED', 'PURSUES'];

/** Relations to a plan that entitle to revise what was said of it. */
export function entitlingRelations({ relations }: Ontology): string[] {
  return entitlingTypes.filter((type) => Object.hasOwn(relations, type));
}

/** What is to be judged anew where relations came or went, because others may revise it now. */
export function revisedGroups(
  appeared: readonly RelationIdentity[],
  ontology: Ontology,
): AttributeGroup[] {
  const entitling = entitlingRelations(ontology);
  const plans = appeared.filter(({ type }) => entitling.includes(type)).map(({ to }) => to);
  return [...new Set(plans)].flatMap((subject) =>
    [...revisableAttributes].map((predicate) => ({ subject, predicate })),
  );
}
