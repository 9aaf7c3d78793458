import type { ShownPlan } from '../queries/plans.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

export interface PlanRow {
  readonly key: string;
  readonly name: string;
  readonly status: ShownPlan['status'];
  readonly due: ShownPlan['due'];
  readonly by: readonly Named[];
  readonly places: readonly Named[];
  readonly firstKnown: string | null;
  readonly outlets: readonly string[];
  /** Whether there are more of them than are named. */
  readonly more: { readonly by: boolean; readonly places: boolean; readonly outlets: boolean };
  readonly lastWord: ShownPlan['revisions'][number] | null;
  readonly revisions: ShownPlan['revisions'];
}

type Column = 'name' | 'by' | 'place' | 'due' | 'status' | 'first' | 'last';

/** A plan in a line: who promised it, and if nobody did, who pursues it. */
export function planRow(plan: ShownPlan): PlanRow {
  const { key, name, status, due, announcedBy, pursuedBy, targets, revisions, statements } = plan;
  const promisers = announcedBy.edges.length > 0 ? announcedBy : pursuedBy;
  const places = targets.edges.flatMap(({ node }) => [node, ...node.partOf.nodes]);
  const links = [...announcedBy.edges, ...pursuedBy.edges, ...targets.edges];
  const reported = links.flatMap(({ evidence }) => evidence.firstReported ?? []).sort();
  return {
    ...{ key, name, status, due, revisions },
    by: promisers.edges.map(({ node }) => node),
    places: places.filter(({ key: one }, at) => places.findIndex((p) => p.key === one) === at),
    firstKnown: reported[0] ?? null,
    outlets: [...new Set(statements.nodes.flatMap((each) => outletOf(each) ?? []))],
    more: {
      by: promisers.pageInfo.hasNextPage,
      places: targets.pageInfo.hasNextPage,
      outlets: statements.pageInfo.hasNextPage,
    },
    lastWord: revisions.at(-1) ?? null,
  };
}

function outletOf({ origin }: ShownPlan['statements']['nodes'][number]): string | null {
  if (!origin) return null;
  return 'name' in origin ? origin.name : 'title' in origin ? origin.title : null;
}

/** Those in which every word occurs: in the name, the promisers, the places or the outlets. */
export function narrowed(rows: readonly PlanRow[], find: string): PlanRow[] {
  const words = find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const named = [...row.by, ...row.places].map(({ name }) => name);
    const text = [row.name, ...named, ...row.outlets].join(' ').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** By a column, a minus before it for downwards; what has no value comes last either way. */
export function sorted(rows: readonly PlanRow[], sort: string): PlanRow[] {
  const column = sort.replace(/^-/, '');
  const down = sort.startsWith('-') ? -1 : 1;
  const read = values[column as Column] ?? values.due;
  return [...rows].sort((a, b) => {
    const [one, other] = [read(a), read(b)];
    if (one === other) return a.name.localeCompare(b.name);
    if (one === null || other === null) return one === null ? 1 : -1;
    return down * one.localeCompare(other);
  });
}

const values: Readonly<Record<Column, (row: PlanRow) => string | null>> = {
  name: ({ name }) => name,
  by: ({ by }) => by[0]?.name ?? null,
  place: ({ places }) => places[0]?.name ?? null,
  due: ({ due }) => due?.latest ?? due?.earliest ?? null,
  status: ({ status }) => status,
  first: ({ firstKnown }) => firstKnown,
  last: ({ lastWord }) => lastWord?.statement.document.publishedAt?.latest ?? null,
};
