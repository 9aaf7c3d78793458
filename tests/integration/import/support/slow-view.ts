import { combinedWindow, timeWindow } from '../../../../schema/claims/time-window.ts';
import type { View } from '../../../../schema/claims/view.ts';
import type { Ontology } from '../../../../schema/ontology/define.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { modalities } from '../../../../schema/ontology/statements.ts';

/** A statement as it lies in the graph, without anything that was derived for views. */
export interface PlainStatement {
  readonly id: string;
  readonly predicate: string;
  readonly modality: string;
  readonly time: string | null;
  readonly published: string | null;
  readonly document: string;
  readonly publisher: string | null;
  /** Key of an outlet; null where the document is the origin. */
  readonly origin: string | null;
  readonly relationId: string | null;
  /** What it says, whoever says it. */
  readonly said: string;
  readonly contradicts: readonly string[];
  readonly mentions: readonly string[];
}

/** A relation with what datasets say of it. */
export interface PlainRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly given: boolean;
  readonly periods: readonly string[];
}

export interface PlainGraph {
  readonly statements: readonly PlainStatement[];
  readonly relations: readonly PlainRelation[];
  /** With whether they are places of the reference data. */
  readonly entities: readonly { readonly key: string; readonly reference: boolean }[];
}

/** Everything that a view leaves, worked out statement by statement from the words of decision 5. */
export function slowView({ statements, relations, entities }: PlainGraph, view: View) {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const alone = (statement: PlainStatement | undefined) =>
    statement !== undefined && meetsAlone(statement, view);
  const isDisputed = ({ contradicts }: PlainStatement) =>
    contradicts.some((id) => alone(byId.get(id)));
  const standing = statements
    .filter(alone)
    .filter((statement) =>
      view.disputed === undefined ? true : isDisputed(statement) === (view.disputed === 'ONLY'),
    );
  const inView = standing.filter(({ said }) => {
    const same = standing.filter((other) => other.said === said);
    return new Set(same.map(originOf)).size >= (view.minIndependentSources ?? 1);
  });
  const supportOf = (id: string) => inView.filter(({ relationId }) => relationId === id);
  const references = new Set(entities.flatMap(({ key, reference }) => (reference ? [key] : [])));
  const reported = new Set(
    statements
      .filter((statement) => meetsAlone(statement, { knownAt: view.knownAt }))
      .flatMap(({ mentions }) => mentions),
  );
  const wasKnown = (key: string) => !view.knownAt || references.has(key) || reported.has(key);
  const there = relations.filter(
    ({ id, given, from, to }) =>
      supportOf(id).length > 0 ||
      (given && view.disputed !== 'ONLY' && wasKnown(from) && wasKnown(to)),
  );
  const isKnown = (key: string) => inView.some(({ mentions }) => mentions.includes(key));
  const asksNothing = Object.keys(view).length === 0;
  return {
    statements: inView.map(({ id }) => id).sort(),
    entities: entities
      .filter(({ key, reference }) => asksNothing || reference || isKnown(key))
      .map(({ key }) => key)
      .sort(),
    relations: there.map((relation) => {
      const support = supportOf(relation.id);
      const days = support.flatMap(({ published }) => published ?? []).sort();
      const times = support.flatMap(({ time }) => time ?? []);
      const periods = view.disputed === 'ONLY' ? [] : relation.periods;
      const windows = [...times, ...periods].sort().map((edtf) => timeWindow(edtf));
      return {
        ...relation,
        statements: support.map(({ id }) => id).sort(),
        modality: modalities.find((each) => support.some((s) => s.modality === each)) ?? null,
        period: combinedWindow(windows),
        evidence: {
          statementCount: support.length,
          documentCount: new Set(support.map(({ document }) => document)).size,
          independentSourceCount: new Set(support.map(originOf)).size,
          firstReported: days[0] ?? null,
          lastReported: days.at(-1) ?? null,
          disputed: support.some(isDisputed),
        },
      };
    }),
    /** Ids of statements that contradict each other, both in the view. */
    contradictions: inView.flatMap((one) =>
      inView
        .filter((other) => one.id < other.id && one.contradicts.includes(other.id))
        .map((other) => [one.id, other.id] as const),
    ),
  };
}

export type Seen = ReturnType<typeof slowView>;

function meetsAlone(statement: PlainStatement, view: View): boolean {
  const { knownAt, validAt, modalities, publishers } = view;
  const { published, modality, publisher, origin } = statement;
  if (knownAt && (published === null || published > knownAt)) return false;
  if (validAt && !holdsOn(statement, validAt)) return false;
  if (modalities && !modalities.some((each) => each === modality)) return false;
  return !publishers || publishers.some((key) => key === publisher || key === origin);
}

function holdsOn({ predicate, time }: PlainStatement, day: string): boolean {
  const { relations, attributes } = ontology as Ontology;
  if (time === null || attributes[predicate]?.value.kind === 'time') return true;
  const { earliest, latest } = timeWindow(time);
  if (relations[predicate]?.holds === 'instant') {
    const from = latest ?? earliest;
    return from === null || day >= from;
  }
  return (earliest === null || day >= earliest) && (latest === null || day <= latest);
}

function originOf({ origin, document }: PlainStatement): string {
  return origin ?? `the document ${document}`;
}
