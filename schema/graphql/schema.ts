import type { GraphQLSchema } from 'graphql';
import type { Ontology } from '../ontology/define.ts';
import { defineAgreements } from '../questions/agreements.ts';
import { defineCompiledQuery } from '../questions/compiled-query.ts';
import { defineCompleteness } from '../questions/completeness.ts';
import { defineConflicts } from '../questions/conflicts.ts';
import { defineFacts } from '../questions/facts.ts';
import { defineMatch } from '../questions/match.ts';
import { definePath } from '../questions/path.ts';
import { definePaths } from '../questions/paths.ts';
import { defineReachable } from '../questions/reachable.ts';
import { defineRevisions } from '../questions/revisions.ts';
import { defineSearch } from '../questions/search.ts';
import { defineStats } from '../questions/stats.ts';
import { defineSubgraph } from '../questions/subgraph.ts';
import { defineTimeline } from '../questions/timeline.ts';
import { defineTraversalInput } from '../questions/traversal-input.ts';
import { defineWriting } from '../writing/writing.ts';
import { createBuilder } from './builder.ts';
import { definePageInfo } from './connections.ts';
import { deriveEntityTypes } from './derive.ts';
import { defineDocument } from './document.ts';
import { defineEntity } from './entity.ts';
import { defineEnums } from './enums.ts';
import { defineEvidence } from './evidence.ts';
import { defineInputs } from './inputs.ts';
import { defineEntityConnection, defineNodeFields } from './node.ts';
import { defineOrders } from './orders.ts';
import type { Parts } from './parts.ts';
import { definePlanFields } from './plan.ts';
import { defineRelation } from './relation.ts';
import { defineStatement } from './statement.ts';
import { defineTimeWindow } from './time-window.ts';
import { defineView } from './view.ts';

/** The schema that an ontology gives: its types derived, the questions written by hand. */
export function buildSchema(ontology: Ontology): GraphQLSchema {
  const builder = createBuilder();
  const enums = defineEnums(builder, ontology);
  const inputs = defineInputs(builder, ontology, enums);
  const orders = defineOrders(builder, enums);
  const View = defineView(builder, enums, inputs);
  const pageInfo = definePageInfo(builder);
  const parts: Parts = { builder, ontology, enums, inputs, pageInfo, View };

  defineTimeWindow(parts);
  defineEvidence(parts);
  defineNodeFields(parts);
  const entities = defineEntityConnection(parts);
  const statements = defineStatement(parts, orders);
  const related = defineEntity(parts, orders, statements, entities);
  defineRelation(parts, orders, statements);
  defineDocument(parts, orders, statements, entities);
  deriveEntityTypes(parts, orders, related);
  definePlanFields(parts);

  const answers = { completeness: defineCompleteness(parts), query: defineCompiledQuery(parts) };
  const via = defineTraversalInput(parts);
  const path = definePath(parts);
  defineReachable(parts, via, path, answers);
  defineSubgraph(parts, via, answers);
  definePaths(parts, via, path, answers);
  defineMatch(parts, path, answers);
  defineSearch(parts);
  defineConflicts(parts);
  defineAgreements(parts);
  defineFacts(parts);
  defineTimeline(parts);
  defineRevisions(parts);
  defineStats(parts);
  defineWriting(parts);
  // In the order of declaration: modalities from strong to weak, names before details.
  return builder.toSchema({ sortSchema: false });
}
