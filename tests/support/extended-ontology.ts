import type { Ontology } from '../../schema/ontology/define.ts';
import { checkOntology, ontology } from '../../schema/ontology/ontology.ts';
import { oneOf } from '../../schema/ontology/properties.ts';

/** A copy of the ontology with one declaration more of each kind. */
export const extendedOntology = checkOntology<Ontology>({
  entities: {
    ...ontology.entities,
    Law: {
      plural: 'laws',
      description: 'A rule that a state has made.',
      properties: { level: oneOf(['NATIONAL', 'LOCAL'], 'Who made it.') },
    },
  },
  relations: {
    ...ontology.relations,
    GOVERNED_BY: {
      ...{ from: ['Plan'], to: ['Law'], field: 'governedBy', inverse: 'governs' },
      ...{ roles: ['permit', 'ban'], holds: 'state', description: 'The law applies to the plan.' },
    },
  },
  attributes: {
    ...ontology.attributes,
    IN_FORCE_FROM: {
      ...{ of: ['Law'], value: { kind: 'time' }, qualifiers: ['place'], admits: 'one' },
      ...{ field: 'inForceFrom', description: 'When it applies for the first time.' },
    },
  },
});
