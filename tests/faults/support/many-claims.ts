import type { Line } from '../../integration/import/support/empty-graph.ts';

/**
 * A dataset in which records meet: companies in rings of rivals, a plan that all of them pursue, and
 * outlets that count the shops of every fifth differently. About 3.4 records for each company.
 */
export function manyClaims(dataset: string, companies: number): Line[] {
  const [plan, news, wire] = ['plan', 'news', 'wire'].map((name) => `${dataset}-${name}`);
  const company = (i: number) => `${dataset}-c${i}`;
  return [
    { kind: 'dataset', key: dataset, title: dataset },
    { kind: 'entity', key: plan, type: 'Plan', nameEn: `Plan of ${dataset}` },
    ...[news, wire].map((key) => ({ kind: 'document', key, title: key, language: 'en' })),
    ...Array.from({ length: companies }, (_, i): Line[] => [
      { kind: 'entity', key: company(i), type: 'Company', nameEn: `Company ${i} of ${dataset}` },
      {
        ...{ kind: 'relation', type: 'COMPETES_WITH', period: '2019/..' },
        ...{ from: company(i), to: company((i + 7) % companies) },
      },
      {
        ...{ kind: 'statement', document: news, modality: 'FACT' },
        ...{ subject: company(i), predicate: 'PURSUES', object: plan },
      },
      ...(i % 5 === 0 ? [news, wire] : []).map((document, count) => ({
        ...{ kind: 'statement', document, modality: 'FACT' },
        ...{ subject: company(i), predicate: 'STORE_COUNT' },
        value: { number: i + count, unit: 'shops' },
      })),
    ]).flat(),
  ];
}
