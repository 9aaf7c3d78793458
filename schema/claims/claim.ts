import type { Modality, Polarity } from '../ontology/statements.ts';
import type { TimeWindow } from './time-window.ts';

/** What a claim says of its subject where the object is not an entity. */
export interface ClaimValue {
  readonly text: string | null;
  readonly number: number | null;
  /** "More than 100" is a `min`, "six to seven" both, "top five" a `max`. */
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217 for money, else a plain word. */
  readonly unit: string | null;
  readonly boolean: boolean | null;
  readonly time: TimeWindow | null;
}

/** A statement, as far as it matters for what it agrees with. Entities and documents by key. */
export interface Claim {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | null;
  readonly value: ClaimValue | null;
  readonly role: string | null;
  readonly place: string | null;
  readonly scope: string | null;
  readonly comparedTo: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly time: TimeWindow | null;
  readonly document: string;
  /** As {@link originOf} gives it: two claims of one origin count once. */
  readonly origin: string;
  /** Latest day on which the document may have been published. */
  readonly published: string | null;
  /** Latest day on which it may have been said: the publication, where nothing else is stated. */
  readonly said: string | null;
  readonly attributedTo: readonly string[];
}

/** What a claim goes back to: an outlet, by its key, else the document itself; no key has a colon. */
export function originOf(outlet: string | null, document: string): string {
  return outlet ?? `document:${document}`;
}
