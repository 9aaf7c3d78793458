import { knownTimeWindow } from './known-time-window.ts';
import { type RelationSummary, summarizeRelation } from './relation-summary.ts';
import { notGiven, type Support } from './support.ts';
import { lastDay } from './time-window.ts';
import type { View } from './view.ts';

/** What stands behind a relation: its claims, and the periods that datasets give; '' for none. */
export interface RelationSupport extends Support {
  readonly datasetPeriods: readonly string[];
}

/**
 * What a relation carries of the statements that belong to the view. Where it is not there under the
 * view, nothing stands behind it.
 */
export function summaryInView(support: RelationSupport, view: View): RelationSummary {
  const alone = support.statementOrigins.flatMap((_, index) =>
    inView(entryAt(support, 'statement', index), view) ? [index] : [],
  );
  const denied = new Set(
    support.denialOf.filter((_, index) => inView(entryAt(support, 'denial', index), view)),
  );
  const { disputed, minIndependentSources = 1 } = view;
  const counted = alone.filter(
    (index) => disputed === undefined || denied.has(index) === (disputed === 'ONLY'),
  );
  const origins = new Set(counted.map((index) => support.statementOrigins[index]));
  const claims = origins.size < minIndependentSources ? [] : counted;
  return summarizeRelation(
    claims.map((index) => claimAt(support, index, denied.has(index))),
    disputed === 'ONLY' ? [] : support.datasetPeriods.filter(isGiven).map(knownTimeWindow),
  );
}

interface Entry {
  readonly published: string;
  readonly from: string;
  readonly until: string;
  readonly modality: string;
  readonly origin: string;
  readonly publisher: string;
}

/** Whether a claim meets the conditions that do not depend on others. */
function inView(
  { published, from, until, modality, origin, publisher }: Entry,
  { knownAt, validAt, modalities, publishers }: View,
): boolean {
  return (
    (knownAt === undefined || published <= knownAt) &&
    (validAt === undefined || (from <= validAt && until >= validAt)) &&
    (modalities === undefined || modalities.some((each) => each === modality)) &&
    (publishers === undefined || publishers.includes(origin) || publishers.includes(publisher))
  );
}

function entryAt(support: Support, kind: 'statement' | 'denial', index: number): Entry {
  return {
    published: support[`${kind}Published`][index] ?? lastDay,
    from: support[`${kind}From`][index] ?? '',
    until: support[`${kind}Until`][index] ?? '',
    modality: support[`${kind}Modalities`][index] ?? '',
    origin: support[`${kind}Origins`][index] ?? '',
    publisher: support[`${kind}Publishers`][index] ?? notGiven,
  };
}

function claimAt(support: Support, index: number, disputed: boolean) {
  const published = support.statementPublished[index] ?? lastDay;
  const time = support.statementTimes[index] ?? notGiven;
  return {
    modality: support.statementModalities[index] ?? 'SPECULATED',
    document: support.statementDocuments[index] ?? '',
    origin: support.statementOrigins[index] ?? '',
    published: published === lastDay ? null : published,
    time: isGiven(time) ? knownTimeWindow(time) : null,
    disputed,
  };
}

function isGiven(edtf: string): boolean {
  return edtf !== '' && edtf !== notGiven;
}
