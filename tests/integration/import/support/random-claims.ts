import * as fc from 'fast-check';
import type { View } from '../../../../schema/claims/view.ts';
import { modalities, polarities } from '../../../../schema/ontology/statements.ts';
import type { Line } from './empty-graph.ts';

const outlets = ['daily', 'wire'];
const days = ['2020-06-30', '2022-06-30', '2024-06-30'];
const times = ['2020', '2021/2023', '../2022', '2023/..', '2024-05', 'XXXX'];

/** Small enough that claims meet: two of each end, one of each kind of predicate. */
const triples: readonly Line[] = [
  ...['acme', 'boom'].flatMap((subject) => [
    { subject, predicate: 'PURSUES', object: 'hotel' },

    { subject, predicate: 'STORE_COUNT', value: { number: 5, unit: 'shops' } },
    { subject, predicate: 'STORE_COUNT', value: { min: 7, unit: 'shops' } },
  ]),
  { subject: 'jane', predicate: 'ANNOUNCED', object: 'hotel' },
  { subject: 'acme', predicate: 'ANNOUNCED', object: 'hotel' },
  { subject: 'jane', predicate: 'LEADS', object: 'acme', role: 'CEO' },
  { subject: 'acme', predicate: 'PARTNERS_WITH', object: 'boom' },
  { subject: 'boom', predicate: 'PARTNERS_WITH', object: 'acme' },
  { subject: 'hotel', predicate: 'TARGETS', object: 'luna' },
  { subject: 'hotel', predicate: 'DUE', value: { time: '2024' } },
  { subject: 'hotel', predicate: 'DUE', value: { time: '2026/..' } },
  { subject: 'hotel', predicate: 'STATUS', value: { text: 'CONFIRMED' } },
  { subject: 'hotel', predicate: 'STATUS', value: { text: 'DELAYED' } },
];

const fixed: readonly Line[] = [
  ...['acme', 'boom', ...outlets].map((key) => ({ key, type: 'Company' })),
  { key: 'jane', type: 'Person' },
  { key: 'hotel', type: 'Plan' },
  { key: 'luna', type: 'Place' },
].map((entity) => ({ kind: 'entity', nameEn: entity.key, ...entity }));

const document = fc.record(
  {
    publishedAt: fc.constantFrom(...days, '2021', '2023~'),
    publisher: fc.constantFrom(...outlets),
    basedOn: fc.subarray(outlets),
  },
  { requiredKeys: ['basedOn'] },
);

const said = fc.record(
  {
    triple: fc.constantFrom(...triples),
    modality: fc.constantFrom(...modalities),
    polarity: fc.oneof(
      { weight: 2, arbitrary: fc.constant(polarities[0]) },
      fc.constant(polarities[1]),
    ),
    time: fc.constantFrom(...times),
    relayed: fc.boolean(),
    attributedTo: fc.subarray(['acme', 'jane']),
    document: fc.nat(3),
  },
  { requiredKeys: ['triple', 'modality', 'polarity', 'relayed', 'attributedTo', 'document'] },
);

const given = fc.record(
  {
    relation: fc.constantFrom<Line>(
      { type: 'PARTNERS_WITH', from: 'acme', to: 'boom' },
      { type: 'OPERATES_IN', from: 'acme', to: 'luna' },
      { type: 'PURSUES', from: 'boom', to: 'hotel' },
    ),
    period: fc.constantFrom(...times),
  },
  { requiredKeys: ['relation'] },
);

/** Lines of two datasets: one of documents, and the reference data. */
export const randomClaims = fc
  .record({
    documents: fc.array(document, { minLength: 4, maxLength: 4 }),
    statements: fc.array(said, { minLength: 30, maxLength: 40 }),
    relations: fc.uniqueArray(given, { selector: ({ relation }) => relation, maxLength: 3 }),
    reference: fc.boolean(),
  })
  .map(({ documents, statements, relations, reference }): Line[][] => {
    const claims = [
      { kind: 'dataset', key: 'claims', title: 'Claims' },
      ...fixed,
      ...documents.map((each, i) => ({
        ...{ kind: 'document', key: `d${i}`, title: `D ${i}`, language: 'en', ...each },
      })),
      ...statements.map(({ triple, document, relayed, ...rest }, i) => {
        const via = relayed ? documents[document]?.basedOn[0] : undefined;
        return {
          ...{ kind: 'statement', document: `d${document}`, ...triple, ...rest },
          ...(via ? { via } : {}),
          // The same triple may be said twice in a document, at different places.
          passage: { start: i, end: i + 1, sha256: '0'.repeat(64) },
        };
      }),
      ...relations.map(({ relation, ...rest }) => ({ kind: 'relation', ...relation, ...rest })),
    ];
    const place = { kind: 'entity', key: 'luna', type: 'Place', nameEn: 'luna' };
    const data = [{ kind: 'dataset', key: 'reference', title: 'Reference' }, place];
    return reference ? [claims, data] : [claims];
  });

const conditions = fc.record({
  knownAt: fc.constantFrom(...days),
  validAt: fc.constantFrom('2020-03-01', '2022-03-01', '2023-03-01', '2025-03-01'),
  modalities: fc.subarray([...modalities], { minLength: 1, maxLength: 3 }),
  publishers: fc.subarray(outlets, { minLength: 1 }),
  minIndependentSources: fc.constantFrom(2, 3),
  disputed: fc.constantFrom<'EXCLUDE' | 'ONLY'>('EXCLUDE', 'ONLY'),
});
const names = [
  'knownAt',
  'validAt',
  'modalities',
  'publishers',
  'minIndependentSources',
  'disputed',
];

/** One or two conditions, rarely more: many together leave nothing of a small graph. */
export const randomView: fc.Arbitrary<View> = fc
  .tuple(
    conditions,
    fc.oneof(
      { weight: 6, arbitrary: fc.subarray(names, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.subarray(names, { minLength: 3 }) },
    ),
  )
  .map(([all, some]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => some.includes(name))),
  );
