import { stringify } from 'csv-stringify/browser/esm/sync';
import { type CitedGraph, type CitedRelation, saidBy } from './cited-graph.ts';

const columns = [
  ...[
    'from',
    'fromName',
    'type',
    'role',
    'to',
    'toName',
    'modality',
    'independentSources',
    'disputed',
  ],
  ...['firstReported', 'statementModality', 'saidBy', 'summary', 'document', 'title', 'publisher'],
  ...['published', 'url', 'passageStart', 'passageEnd', 'unlistedStatements'],
];

/** A row for each statement behind a relation, and one for a relation that only reference data gives. */
export function csvOf({ nodes, relations }: CitedGraph): string {
  const names = new Map(nodes.map(({ key, name }) => [key, name]));
  const rows = relations.flatMap((relation) => {
    const sides = [relation.from, relation.to].map((key) => [key, names.get(key) ?? '']);
    return rowsOf(relation, sides[0] ?? [], sides[1] ?? []);
  });
  // Spreadsheets would compute what begins like a formula.
  return stringify([columns, ...rows], { escape_formulas: true, bom: true });
}

function rowsOf(relation: CitedRelation, from: readonly string[], to: readonly string[]) {
  const { type, role, modality, sources, disputed, firstReported, statements, unlisted } = relation;
  const start = [
    ...from,
    type,
    role,
    ...to,
    modality,
    sources,
    disputed ? 'yes' : 'no',
    firstReported,
  ];
  if (statements.length === 0) return [[...start, ...Array(10).fill(null), unlisted]];
  return statements.map((statement) => {
    const { document, passage } = statement;
    return [
      ...start,
      ...[statement.modality, saidBy(statement), statement.summary, document.key, document.title],
      ...[document.publisher?.name, document.publishedAt?.edtf, document.url],
      ...[passage?.start, passage?.end, unlisted],
    ];
  });
}
