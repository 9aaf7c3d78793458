import {
  type GraphQLArgument,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../schema/graphql/schema.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const schema = buildSchema(ontology);

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const silent: string[] = [];
    visit(parse(printSchema(schema)), {
      enter(node) {
        const isDescribable = /TypeDefinition$|^(Field|InputValue|EnumValue)Definition$/.test(
          node.kind,
        );
        if (isDescribable && !('description' in node && node.description) && 'name' in node) {
          silent.push(`${node.kind} ${node.name?.value}`);
        }
      },
    });
    expect(silent).toEqual([]);
  });

  it.each([
    ...Object.keys(ontology.entities),
    'Relation',
    'Statement',
    'Document',
    'Conflict',
    'Fact',
    'PlanRevision',
    'Path',
    'Hop',
    'Match',
    'Binding',
  ])('lets every field of %s say what it reads', (name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.length).toBeGreaterThan(0);
    const mute = fields.filter(
      ({ extensions }) => !['reads', 'follows', 'of'].some((need) => need in extensions),
    );
    // An id is made of the key by the relay plugin.
    expect(mute.map((field) => field.name).filter((field) => field !== 'id')).toEqual([]);
  });

  it.each([
    ['Entity.facts', 'attributes: [Attribute!], view: View', '[Fact!]!'],
    ['Entity.timeline', 'view: View, first: Int = 20, after: String', 'TimelineConnection!'],
    ['Entity.relations', null, 'RelatedEntityConnection!'],
    ['Entity.statements', null, 'StatementConnection!'],
    ['Person.announced', null, 'RelatedPlanConnection!'],
    ['Plan.due', 'view: View', 'TimeWindow'],
    ['Plan.status', 'view: View', 'PlanStatus!'],
    ['Plan.revisions', 'view: View', '[PlanRevision!]!'],
    ['PlanRevision.due', '', 'TimeWindow'],
    ['PlanRevision.status', '', 'PlanStatus'],
    ['PlanRevision.slipDays', '', 'Int'],
    ['PlanRevision.statement', '', 'Statement!'],
    ['Company.foundedIn', 'view: View', 'TimeWindow'],
    ['Event.time', 'view: View', 'TimeWindow'],
    ['Product.launch', 'view: View', 'TimeWindow'],
    ['RelatedPlanEdge.modality', '', 'Modality'],
    ['RelatedPlanEdge.period', '', 'TimeWindow'],
    ['RelatedPlanEdge.evidence', '', 'Evidence!'],
    ['Relation.modality', 'view: View', 'Modality'],
    ['Relation.period', 'view: View', 'TimeWindow'],
    ['Relation.evidence', 'view: View', 'Evidence!'],
    ['Relation.statements', 'view: View, first: Int, after: String', 'StatementConnection!'],
    ['Evidence.disputed', '', 'Boolean!'],
    ['Statement.conflicts', 'view: View', '[Conflict!]!'],
    ['Document.statements', null, 'StatementConnection!'],
    ['Fact.attribute', '', 'Attribute!'],
    ['Fact.value', '', 'StatementValue!'],
    ['Fact.evidence', '', 'Evidence!'],
    ['Fact.statement', '', 'Statement!'],
    ['Fact.alternatives', '', '[Statement!]!'],
    ['TimelineEdge.time', '', 'TimeWindow!'],
    ['Conflict.kind', '', 'ConflictKind!'],
    ['Conflict.statements', null, '[Statement!]!'],
    [
      'Query.conflicts',
      'filter: ConflictFilter, view: View, first: Int = 20, after: String',
      'ConflictConnection!',
    ],
    [
      'Entity.reachable',
      'via: TraversalInput, filter: EntityFilter, view: View, first: Int = 20, after: String',
      'ReachableConnection!',
    ],
    [
      'Entity.neighborhood',
      'via: TraversalInput, view: View, maxNodes: Int = 100, maxRelations: Int = 500',
      'Subgraph!',
    ],
    [
      'Query.paths',
      'from: [EntityRef!]!, to: [EntityRef!]!, via: TraversalInput, mode: PathMode = SHORTEST, view: View, first: Int = 5, after: String',
      'PathConnection!',
    ],
    [
      'Query.subgraph',
      'seeds: [EntityRef!]!, via: TraversalInput, view: View, maxNodes: Int = 200, maxRelations: Int = 1000',
      'Subgraph!',
    ],
    [
      'Query.match',
      'pattern: [PatternElement!]!, view: View, first: Int = 20, after: String',
      'MatchConnection!',
    ],
    ['Path.hops', '', '[Hop!]!'],
    ['Path.independentSourceCount', '', 'Int'],
    ['Hop.evidence', '', 'Evidence!'],
    ['ReachableEdge.path', '', 'Path!'],
    ['SubgraphRelation.evidence', '', 'Evidence!'],
    ['MatchEdge.node', '', 'Match!'],
    ['Binding.relation', '', 'Relation'],
    ['Completeness.reason', '', 'TruncationReason'],
    ['PathConnection.completeness', '', 'Completeness!'],
    ['ReachableConnection.query', '', 'CompiledQuery'],
    ['CompiledQuery.parameters', '', 'String!'],
    ['CompiledQuery.browserUrl', '', 'URL'],
    ['Query.entities', null, 'EntityConnection!'],
    ['Query.plans', null, 'PlanConnection!'],
    ['Query.relations', null, 'RelationConnection!'],
    ['Query.statements', null, 'StatementConnection!'],
    ['Query.search', null, 'SearchConnection!'],
  ])('has %s as the contract has it', (path, args, type) => {
    const [owner = '', name = ''] = path.split('.');
    const of = schema.getType(owner);
    const field = isObjectType(of) || isInterfaceType(of) ? of.getFields()[name] : undefined;
    expect(String(field?.type)).toBe(type);
    const given = field?.args.map((arg) => printed(arg)) ?? [];
    if (args === null) expect(given).toContain('view: View');
    else expect(given.join(', ')).toBe(args);
  });
});

function printed({ name, type, defaultValue }: GraphQLArgument): string {
  return `${name}: ${type}${defaultValue === undefined ? '' : ` = ${defaultValue}`}`;
}
