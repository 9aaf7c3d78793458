import type { Ontology } from '../../schema/ontology/define.ts';

/** Names of columns, and where in a record their values are. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Those that an import takes; the parts of a position are joined by dots. */
export function entityColumns({ entities }: Ontology, type: string): Columns {
  const properties = Object.entries(entities[type]?.properties ?? {});
  return columns([
    ...['key', 'nameEn', 'nameDe', 'aliases', 'descriptionEn', 'descriptionDe', 'sameAs'],
    ...properties.flatMap(([name, { kind }]) =>
      kind === 'point' ? [`${name}.latitude`, `${name}.longitude`] : [name],
    ),
  ]);
}

/** Those that an import takes. */
export function relationColumns({ relations }: Ontology, type: string): Columns {
  const role = relations[type]?.roles === undefined ? [] : ['role'];
  return columns(['from', 'to', ...role, 'period']);
}

export const datasetColumns = columns([
  ...['key', 'title', 'titleDe', 'licence', 'source', 'description', 'descriptionDe'],
]);

export const documentColumns = columns([
  ...['key', 'dataset', 'title', 'titleInferred', 'language', 'url', 'publishedAt', 'publisher'],
  ...['basedOn', 'textSha256', 'textLength'],
]);

export const statementColumns = columns([
  ...['id', 'document', 'subject', 'predicate', 'object', 'role', 'polarity', 'modality'],
  ...['value.text', 'value.number', 'value.min', 'value.max', 'value.unit', 'value.boolean'],
  ...['value.time', 'value.approximate', 'place', 'scope', 'comparedTo', 'time', 'saidAt'],
  ...['attributedTo', 'attribution.en', 'attribution.de', 'via', 'origin', 'disputed', 'relation'],
  ...['summary.en', 'summary.de', 'passage.start', 'passage.end', 'passage.sha256'],
]);

function columns(names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, name.split('.')]));
}
