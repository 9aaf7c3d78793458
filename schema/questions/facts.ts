import type { AttributeClaims } from '../../src/graph/attribute-claims.ts';
import { claimOf, type StatementRow, type ValueRow } from '../../src/graph/rows/statement.ts';
import { factsOf } from '../claims/facts.ts';
import { type Evidence, summarizeRelation } from '../claims/relation-summary.ts';
import { claimsField } from '../graphql/claims-field.ts';
import { namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import { type InView, viewArgument } from '../graphql/view.ts';
import type { Ontology } from '../ontology/define.ts';

interface Fact {
  readonly attribute: string;
  readonly value: ValueRow;
  readonly evidence: Evidence;
  readonly statement: StatementRow;
  readonly alternatives: readonly StatementRow[];
}

interface FactArguments extends InView {
  readonly attributes?: readonly string[] | null | undefined;
}

/** Facts that an entity is taken to have where no attributes are named. */
const usualFacts = 10;

const fact = reads<Fact>();

/** `facts` of an entity: what its attributes are said to be. */
export function defineFacts({ builder, enums, View }: Parts) {
  const FactType = builder.objectRef<Fact>('Fact').implement({
    description: 'What an attribute is said to be, and what else it is said to be.',
    fields: (t) => ({
      attribute: t.field({
        type: enums.Attribute,
        description: 'Which attribute.',
        ...fact('attribute')(({ attribute }) => attribute),
      }),
      value: t.field({
        type: 'StatementValue',
        description: 'The best supported value.',
        ...fact('value')(({ value }) => value),
      }),
      evidence: t.field({
        type: 'Evidence',
        description: 'What stands behind this value.',
        ...fact('evidence')(({ evidence }) => evidence),
      }),
      statement: t.field({
        type: 'Statement',
        description: 'The best supported statement that gives it, with its place and scope.',
        ...fact('statement')(({ statement }) => statement),
      }),
      alternatives: t.field({
        type: ['Statement'],
        description:
          'Statements of another value for the same place and scope that nobody has revised, the best supported first.',
        ...fact('alternatives')(({ alternatives }) => alternatives),
      }),
    }),
  });
  builder.interfaceField('Entity', 'facts', (t) =>
    t.field({
      type: [FactType],
      description:
        'What its attributes are said to be: one for each place, scope and comparison, with the value that has most behind it.',
      complexity: ({ attributes }) => ({ field: 1, multiplier: attributes?.length ?? usualFacts }),
      args: {
        attributes: t.arg({
          type: [enums.Attribute],
          description: 'Which attributes; all, if nothing is said.',
          validate: namedSome('attribute'),
        }),
        view: viewArgument(t.arg, View),
      },
      ...claimsField<Fact[], FactArguments>(
        ({ attributes }, ontology) => attributes ?? Object.keys(ontology.attributes),
        (claims, { ontology }) => factsAmong(claims, ontology),
      ),
    }),
  );
}

function factsAmong(said: AttributeClaims, ontology: Ontology): Fact[] {
  const claims = said.statements.map((statement) => ({
    ...{ ...claimOf(statement), statement, disputed: said.disputed.has(statement.id) },
  }));
  return factsOf(claims, new Set(said.entitled), ontology).map(
    ({ attribute, best, agreeing, alternatives }) => ({
      attribute,
      // The object of an attribute is a value.
      value: best.statement.value as ValueRow,
      evidence: summarizeRelation(agreeing, []),
      statement: best.statement,
      alternatives: alternatives.map(({ statement }) => statement),
    }),
  );
}
