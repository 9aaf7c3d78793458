import { z } from 'zod';
import { cypher, joined, label, relationTypes } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import { graphRevision } from '../../src/graph/revision.ts';
import type { Parts } from '../graphql/parts.ts';
import type { Ontology } from '../ontology/define.ts';

const Counted = z.object({ type: z.string(), count: z.number() });

const GraphCounts = z.object({
  entities: z.array(Counted),
  relations: z.array(Counted),
  statements: z.number(),
  documents: z.number(),
  datasets: z.array(z.string()),
  lastImport: z.string().nullable(),
});

/** Each count is answered from the database's own statistics, whatever its size. */
export const graphCounts = question({
  name: 'graph-counts',
  row: GraphCounts,
  // Neo4j warns of a property that no dataset has yet, but not of a name among keys.
  ask: ({ ontology }: { ontology: Ontology }) => {
    const entities = Object.keys(ontology.entities).map(
      (type) =>
        cypher`{type: '${label(ontology, type)}', count: COUNT { (:${label(ontology, type)}) }}`,
    );
    const relations = Object.keys(ontology.relations).map((type) => {
      const name = relationTypes(ontology, [type]);
      return cypher`{type: '${name}', count: COUNT { ()-[:${name}]->() }}`;
    });
    return cypher`RETURN [${joined(entities, cypher`, `)}] AS entities,
  [${joined(relations, cypher`, `)}] AS relations,
  COUNT { (:Statement) } AS statements, COUNT { (:Document) } AS documents,
  COLLECT { MATCH (dataset:Dataset) WHERE NOT 'retractedAt' IN keys(dataset) RETURN dataset.key ORDER BY dataset.key } AS datasets,
  toString(head(COLLECT { MATCH (dataset:Dataset) RETURN max(dataset.importedAt) })) AS lastImport`;
  },
});

type GraphStats = z.infer<typeof GraphCounts> & { readonly revision: string };

export function defineStats({ builder, ontology, enums }: Parts) {
  const counted = (name: string, type: Parts['enums']['EntityType'], what: string) =>
    builder.objectRef<z.infer<typeof Counted>>(name).implement({
      description: `How many ${what} of one type there are.`,
      fields: (t) => ({
        type: t.field({ type, description: 'The type.', resolve: (row) => row.type }),
        count: t.exposeInt('count', { description: 'How many.' }),
      }),
    });
  const EntityCount = counted('EntityTypeCount', enums.EntityType, 'entities');
  const RelationCount = counted('RelationTypeCount', enums.RelationType, 'relations');
  const Stats = builder.objectRef<GraphStats>('GraphStats').implement({
    description: 'What is in the graph.',
    fields: (t) => ({
      entities: t.field({
        type: [EntityCount],
        description: 'Entities by type.',
        resolve: ({ entities }) => entities,
      }),
      relations: t.field({
        type: [RelationCount],
        description: 'Relations by type.',
        resolve: ({ relations }) => relations,
      }),
      statements: t.exposeInt('statements', { description: 'Statements.' }),
      documents: t.exposeInt('documents', { description: 'Documents.' }),
      datasets: t.exposeStringList('datasets', { description: 'Keys of the datasets.' }),
      revision: t.exposeString('revision', {
        description: 'Changes with every import that changes something.',
      }),
      lastImport: t.string({
        nullable: true,
        description: 'When an import last changed something: ISO 8601, UTC.',
        resolve: ({ lastImport }) => lastImport,
      }),
    }),
  });
  builder.queryField('stats', (t) =>
    t.field({
      type: Stats,
      description: 'What is in the graph.',
      resolve: async (_root, _args, context) => {
        const [[counts], revision] = await Promise.all([
          context.client.read(compileQuestion(graphCounts, { ontology })),
          graphRevision(context),
        ]);
        if (!counts) throw new Error('the question for counts has answered without a row');
        return { ...counts, revision };
      },
    }),
  );
}
