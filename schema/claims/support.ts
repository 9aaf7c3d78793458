import type { Ontology } from '../ontology/define.ts';
import type { Modality } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import type { Pair } from './contradicting-pairs.ts';
import { firstDay, lastDay } from './time-window.ts';
import { validity } from './validity.ts';

/**
 * What a relation carries of the claims behind it, so that it can be judged by a view without reading
 * them: lists with one entry per affirmed statement in the order of their ids, and with one per denial
 * and statement that it contradicts. Days are ISO dates.
 */
export interface Support {
  /** {@link lastDay} where the document is undated. */
  readonly statementPublished: readonly string[];
  /** The first and the last day on which it holds; {@link firstDay}, {@link lastDay} where open. */
  readonly statementFrom: readonly string[];
  readonly statementUntil: readonly string[];
  readonly statementModalities: readonly Modality[];
  readonly statementOrigins: readonly string[];
  /** Keys of outlets; {@link notGiven} where the publisher is not known. */
  readonly statementPublishers: readonly string[];
  readonly statementDocuments: readonly string[];
  /** EDTF; {@link notGiven} where no time is given. */
  readonly statementTimes: readonly string[];
  /** The index of the statement that the denial contradicts. */
  readonly denialOf: readonly number[];
  readonly denialPublished: readonly string[];
  readonly denialFrom: readonly string[];
  readonly denialUntil: readonly string[];
  readonly denialModalities: readonly Modality[];
  readonly denialOrigins: readonly string[];
  readonly denialPublishers: readonly string[];
}

/** A claim with the outlet that published it. */
export type PublishedClaim = Claim & { readonly publisher: string | null };

/** In lists. Not an empty text: the offline importer takes a list of one empty text for a list of none. */
export const notGiven = '-';

/** `pairs` are the contradictions among the claims behind the relation. */
export function supportOf(
  affirmed: readonly PublishedClaim[],
  pairs: readonly Pair<PublishedClaim>[],
  ontology: Ontology,
): Support {
  const claims = [...affirmed].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(claims.map(({ id }, index) => [id, index]));
  const denials = pairs
    .map(([a, b]) => (a.polarity === 'NEGATED' ? { denial: a, of: b } : { denial: b, of: a }))
    .map(({ denial, of }) => ({ denial, of: indexes.get(of.id) ?? 0 }))
    .sort((a, b) => a.of - b.of || (a.denial.id < b.denial.id ? -1 : 1));
  const statements = claims.map((claim) => entryOf(claim, ontology));
  const denying = denials.map(({ denial }) => entryOf(denial, ontology));
  return {
    statementPublished: statements.map(({ published }) => published),
    statementFrom: statements.map(({ from }) => from),
    statementUntil: statements.map(({ until }) => until),
    statementModalities: statements.map(({ modality }) => modality),
    statementOrigins: statements.map(({ origin }) => origin),
    statementPublishers: statements.map(({ publisher }) => publisher),
    statementDocuments: claims.map(({ document }) => document),
    statementTimes: claims.map(({ time }) => time?.edtf ?? notGiven),
    denialOf: denials.map(({ of }) => of),
    denialPublished: denying.map(({ published }) => published),
    denialFrom: denying.map(({ from }) => from),
    denialUntil: denying.map(({ until }) => until),
    denialModalities: denying.map(({ modality }) => modality),
    denialOrigins: denying.map(({ origin }) => origin),
    denialPublishers: denying.map(({ publisher }) => publisher),
  };
}

function entryOf(claim: PublishedClaim, ontology: Ontology) {
  const { from, until } = validity(claim, ontology);
  return {
    published: claim.published ?? lastDay,
    from: from ?? firstDay,
    until: until ?? lastDay,
    modality: claim.modality,
    origin: claim.origin,
    publisher: claim.publisher ?? notGiven,
  };
}
