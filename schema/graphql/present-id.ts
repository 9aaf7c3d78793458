import type { Redirects } from '../../src/graph/redirects.ts';
import type { Ontology } from '../ontology/define.ts';
import { type DecodedId, decodedOrNull, encodeId } from './global-id.ts';

/** The id of the entity that answers for that of another; what is no id is left as it is. */
export function presentId(encoded: string, redirects: Redirects): string {
  const decoded = decodedOrNull(encoded);
  const present = decoded && redirects.get(decoded.id);
  return decoded && present !== null && present !== undefined
    ? encodeId(decoded.typename, present)
    : encoded;
}

/** What an id stands for now: of a merged entity, and of a relation that one was an end of. */
export function presentNode(
  { typename, id }: DecodedId,
  redirects: Redirects,
  ontology: Ontology,
): DecodedId {
  if (redirects.size === 0) return { typename, id };
  if (Object.hasOwn(ontology.entities, typename)) {
    return { typename, id: redirects.get(id) ?? id };
  }
  if (typename !== 'Relation') return { typename, id };
  const [from = '', type = '', to = '', ...role] = id.split(':');
  const ends = [redirects.get(from) ?? from, redirects.get(to) ?? to];
  if (ends[0] === from && ends[1] === to) return { typename, id };
  if (ontology.relations[type]?.symmetric === true) ends.sort();
  return { typename, id: [ends[0], type, ends[1], ...role].join(':') };
}
