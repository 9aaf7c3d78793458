import type { Ontology } from '../../schema/ontology/define.ts';
import { checkOntology, ontology } from '../../schema/ontology/ontology.ts';

/** A copy of the ontology with one relation more: which events concern which companies. */
export const ontologyWithImpacts = checkOntology<Ontology>({
  ...ontology,
  relations: {
    ...ontology.relations,
    IMPACTS: {
      ...{ from: ['Event'], to: ['Company'], field: 'impacts', inverse: 'impactedBy' },
      ...{ holds: 'instant', description: 'The event changed how the company fares.' },
    },
  },
});
