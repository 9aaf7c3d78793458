import type { RelatedRow } from '../../src/graph/sources/related.ts';
import type { Fields } from './connections.ts';
import type { Parts } from './parts.ts';
import { atOnce, type Needs } from './selection/needs.ts';

/**
 * What an edge or a hop says of the relation that it goes over. `column` holds the relation, the
 * entity that it leads to, and what stands behind it under the view of the list or search.
 */
export function hopFields<Column extends string>(
  t: Fields<Readonly<Record<Column, RelatedRow>>>,
  { enums, ontology }: Parts,
  column: Column,
) {
  const hop =
    (of: Needs['of'] = {}) =>
    <Result>(resolve: (row: Readonly<Record<Column, RelatedRow>>) => Result) => ({
      ...atOnce(resolve, { of }),
    });
  return {
    relation: t.field({
      type: 'Relation',
      description: 'What leads there.',
      ...hop()((row) => row[column].relation),
    }),
    forward: t.boolean({
      description: 'Whether the relation is read in this direction; a symmetric one is in both.',
      ...hop({ relation: ['type', 'to'], entity: ['key'] })((row) => {
        const { relation, node } = row[column];
        return ontology.relations[relation.type]?.symmetric === true || relation.to === node.key;
      }),
    }),
    modality: t.field({
      type: enums.Modality,
      nullable: true,
      description: 'The strongest modality behind the relation, under the view that led over it.',
      ...hop({ summary: ['modality'] })((row) => row[column].summary.modality),
    }),
    period: t.field({
      type: 'TimeWindow',
      nullable: true,
      description: 'When the relation holds, or took place, under the view that led over it.',
      ...hop({ summary: ['period'] })((row) => row[column].summary.period),
    }),
    evidence: t.field({
      type: 'Evidence',
      description: 'What stands behind the relation, under the view that led over it.',
      ...hop()((row) => row[column].summary),
    }),
  };
}
