import type { ConflictFilter } from '../../../../src/graph/filters/conflicts.ts';
import type { EntityFilter, RelationFilter } from '../../../../src/graph/filters/graph.ts';
import type { StatementFilter } from '../../../../src/graph/filters/statements.ts';

// Filters that hold every condition there is.

export const relationFilter: RelationFilter = {
  ...{ types: ['ANNOUNCED', 'TARGETS'], modalities: ['FACT'], role: { eq: 'CEO' } },
  ...{ period: { eq: '2024-01-01' }, firstReported: { lt: '2025-01-01' } },
  ...{ from: { types: ['Person'] }, to: { keys: ['germany'] }, other: { name: { eq: 'Xiaomi' } } },
  or: [{ types: ['LEADS'] }, { not: { types: ['OWNS'] } }],
};

export const entityFilter: EntityFilter = {
  ...{ types: ['Company', 'Plan'], keys: ['xiaomi'], name: { startsWith: 'xi', in: ['Xiaomi'] } },
  relations: { some: relationFilter, none: { types: ['OWNS'] }, count: { gte: 1 } },
  and: [{ not: { types: ['Place'] } }],
};

export const placeFilter: EntityFilter = {
  properties: { kind: ['COUNTRY'], countryCode: { eq: 'de' } },
};

export const statementFilter: StatementFilter = {
  ...{ subject: entityFilter, object: { types: ['Plan'] }, predicates: ['DUE'] },
  ...{ modalities: ['FACT'], polarity: 'AFFIRMED', published: { gt: '2020-01-01' } },
  ...{ attributedTo: ['lei-jun'], origins: ['nikkei'], documents: ['d'], disputed: false },
  or: [{ polarity: 'NEGATED' }],
};

export const conflictFilter: ConflictFilter = {
  ...{ kinds: ['VALUE'], about: { keys: ['xiaomi'] }, predicates: ['PRICE'], documents: ['d'] },
  not: { kinds: ['TIME'] },
};
