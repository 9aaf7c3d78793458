import type { Direction } from '../../src/graph/traversal.ts';
import type { Agreement } from '../claims/agreement.ts';
import type { ConflictKind } from '../claims/conflict.ts';
import { type Language, languages } from '../claims/time-label.ts';
import type { Ontology } from '../ontology/define.ts';
import type { Modality, PlanStatus, Polarity } from '../ontology/statements.ts';
import type { Builder } from './builder.ts';

const modalityMeanings: Record<Modality, string> = {
  FACT: 'In the document’s own voice: it happened, it is so.',
  ANNOUNCED: 'Through somebody entitled to say it.',
  REPORTED: 'Relaying another outlet or unnamed sources.',
  SPECULATED: 'Supposing it: it could be, presumably.',
};

const polarityMeanings: Record<Polarity, string> = {
  AFFIRMED: 'Says that it is so.',
  NEGATED: 'Denies it.',
};

const statusMeanings: Record<PlanStatus, string> = {
  RUMORED: 'Only relayed or supposed; nobody entitled has said it.',
  ANNOUNCED: 'Made public by somebody entitled.',
  CONFIRMED: 'Confirmed by those who pursue it.',
  IN_PROGRESS: 'Under way.',
  FULFILLED: 'Done.',
  DELAYED: 'Later than once said.',
  OVERDUE: 'Its last due day has passed, and nobody has said that it is done.',
  CANCELED: 'Given up.',
  DENIED: 'Denied by those who are said to pursue it.',
};

const conflictMeanings: Record<ConflictKind, string> = {
  VALUE: 'Different values, where one is admitted.',
  TIME: 'Dates that have no day in common.',
  POLARITY: 'Some affirm what others deny.',
  STATUS: 'A plan is said to have come differently far.',
};

const agreementMeanings: Record<Agreement, string> = {
  CONFIRMS: 'Gives the same value, or the same time.',
  REFINES: 'One allows only a part of what the other allows.',
  OVERLAPS: 'Each allows something that the other does not, and both allow something.',
  CONTRADICTS: 'They cannot both be right.',
};

/** The values of an enum, with what each means. */
export function described<Value extends string>(meanings: Readonly<Record<Value, string>>) {
  return Object.fromEntries(
    Object.entries<string>(meanings).map(([value, description]) => [value, { description }]),
  ) as Record<Value, { description: string }>;
}

/** The enums of the schema; those of the vocabulary follow the ontology. */
export function defineEnums(builder: Builder, ontology: Ontology) {
  const predicates = { ...ontology.relations, ...ontology.attributes };
  const declared = (declarations: Readonly<Record<string, { description: string }>>) =>
    Object.fromEntries(
      Object.entries(declarations).map(([name, { description }]) => [name, { description }]),
    );
  return {
    EntityType: builder.enumType('EntityType', {
      description: 'The types of entity.',
      values: Object.fromEntries(
        Object.entries(ontology.entities).map(([label, { description }]) => [
          enumName(label),
          { value: label, description },
        ]),
      ),
    }),
    RelationType: builder.enumType('RelationType', {
      description: 'The types of relation, read from the first entity to the second.',
      values: declared(ontology.relations),
    }),
    Predicate: builder.enumType('Predicate', {
      description: 'What a statement says: a type of relation, or an attribute.',
      values: declared(predicates),
    }),
    Attribute: builder.enumType('Attribute', {
      description: 'What can be said of an entity by a value.',
      values: declared(ontology.attributes),
    }),
    ConflictKind: builder.enumType('ConflictKind', {
      description: 'In what claims contradict each other.',
      values: described(conflictMeanings),
    }),
    Agreement: builder.enumType('Agreement', {
      description: 'How two statements about the same thing stand to each other.',
      values: described(agreementMeanings),
    }),
    Modality: builder.enumType('Modality', {
      description: 'How a document vouches for what it says, strongest first.',
      values: described(modalityMeanings),
    }),
    Polarity: builder.enumType('Polarity', {
      description: 'Whether a statement affirms or denies.',
      values: described(polarityMeanings),
    }),
    PlanStatus: builder.enumType('PlanStatus', {
      description: 'How far a plan has come.',
      values: described(statusMeanings),
    }),
    Direction: builder.enumType('Direction', {
      description: 'Which way relations are followed; a symmetric relation counts in each.',
      values: described({
        OUT: 'From the first entity to the second.',
        IN: 'From the second entity to the first.',
        BOTH: 'Either way.',
      } satisfies Record<Direction, string>),
    }),
    SortDirection: builder.enumType('SortDirection', {
      description: 'Absent values come last in both.',
      values: described({ ASC: 'Smallest or earliest first.', DESC: 'Largest or latest first.' }),
    }),
    Language: builder.enumType('Language', {
      description: 'A language that names, descriptions and summaries are written in.',
      values: {
        EN: { value: languages[0] as Language, description: 'English.' },
        DE: { value: languages[1] as Language, description: 'German.' },
      },
    }),
  };
}

export type Enums = ReturnType<typeof defineEnums>;

/** `Company` → `COMPANY`. */
function enumName(label: string): string {
  return label.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
