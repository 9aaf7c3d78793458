import type { Ontology } from '../../schema/ontology/define.ts';
import { relationIdentity, relationOfId } from '../identity.ts';
import type { Redirects } from '../redirects/redirects.ts';
import type { DocumentWriteRow, StoredDocumentRow } from './document-questions.ts';
import type { StatementState } from './statement-questions.ts';
import { type DocumentOfStatement, inDocument } from './statement-state.ts';

/** The statement with the keys of the input. What follows from them is left as it is. */
export function statementAsSaid(state: StatementState): StatementState {
  const { said, ...properties } = state.properties;
  if (typeof said !== 'string') return state;
  const { publisher, ...ends } = JSON.parse(said) as ReturnType<typeof endsOf>;
  return { ...state, ...ends, properties: { ...properties, publisher } };
}

/**
 * The statement with the keys that those of the input stand for, and what follows from them. Its
 * identity is that of what was said: a merge makes no two statements one.
 */
export function statementAtPresent(
  said: StatementState,
  { publisher, published }: DocumentOfStatement,
  redirects: Redirects,
  ontology: Ontology,
): StatementState {
  const at = (key: string | null) => (key === null ? null : redirects.present(key));
  const ends = endsOf(said, publisher);
  const present = {
    ...{ subject: redirects.present(said.subject), object: at(said.object) },
    ...{ place: at(said.place), comparedTo: at(said.comparedTo), origin: at(said.origin) },
    attributedTo: [...new Set(said.attributedTo.map((key) => redirects.present(key)))].sort(),
  };
  const moved =
    JSON.stringify(ends) !== JSON.stringify(endsOf({ ...said, ...present }, at(publisher)));
  const { predicate, role, polarity } = said.properties;
  const { subject: from, object: to } = present;
  const named = { type: String(predicate), from, role: (role ?? undefined) as string | undefined };
  const relation = to === null ? null : relationIdentity({ ...named, to }, ontology).id;
  const properties = {
    ...said.properties,
    said: moved ? JSON.stringify(ends) : null,
    relationId: polarity === 'AFFIRMED' ? relation : null,
    deniedRelationId: polarity === 'AFFIRMED' ? null : relation,
  };
  const document = { publisher: at(publisher), published };
  return inDocument({ ...said, ...present, properties }, document, ontology);
}

function endsOf(state: StatementState, publisher: string | null) {
  const { subject, object, place, comparedTo, origin } = state;
  const attributedTo = [...state.attributedTo].sort();
  return { subject, object, place, comparedTo, attributedTo, origin, publisher };
}

type Outlets = Pick<DocumentWriteRow, 'publisher' | 'basedOn'>;

/** The outlets of a document by the keys of the input. */
export function outletsAsSaid({ properties, publisher, basedOn }: StoredDocumentRow): Outlets {
  if (typeof properties.said === 'string') return JSON.parse(properties.said) as Outlets;
  return { publisher, basedOn: [...basedOn].sort() };
}

/** The same for documents, which are written with the outlets of the input. */
export function documentAtPresent(row: DocumentWriteRow, redirects: Redirects): DocumentWriteRow {
  const { publisher, basedOn } = row;
  const present = {
    publisher: publisher === null ? null : redirects.present(publisher),
    basedOn: [...new Set(basedOn.map((key) => redirects.present(key)))].sort(),
  };
  const said = { publisher, basedOn };
  const moved = JSON.stringify(said) !== JSON.stringify(present);
  const properties = { ...row.properties, said: moved ? JSON.stringify(said) : null };
  return { ...row, ...present, properties };
}

/** The id of the relation between the entities that the ends of another stand for. */
export function relationAtPresent(id: string, redirects: Redirects, ontology: Ontology): string {
  const { type, from, to, role } = relationOfId(id);
  const [start, end] = [redirects.present(from), redirects.present(to)];
  if (start === from && end === to) return id;
  return relationIdentity({ type, from: start, to: end, role: role ?? undefined }, ontology).id;
}
