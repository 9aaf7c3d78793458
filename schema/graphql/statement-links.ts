import { type Cypher, cypher, variable } from '../../src/graph/cypher.ts';
import { finders } from '../../src/graph/finders.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import type { Reach } from '../../src/graph/select/row-branch.ts';
import { asNode } from './node.ts';
import type { BranchMaker } from './selection/ask.ts';
import { rowAt } from './selection/leads.ts';
import { orHeld } from './selection/or-held.ts';

/** How what a statement is linked to is reached from it. */
export const statementLinks = {
  subject: (from, to) => cypher`MATCH (${from})-[:SUBJECT]->(${to}:Entity)`,
  object: (from, to) => cypher`MATCH (${from})-[:OBJECT]->(${to}:Entity)`,
  place: (from, to) => cypher`MATCH (${from})-[:PLACE]->(${to}:Entity)`,
  comparedTo: (from, to) => cypher`MATCH (${from})-[:COMPARED_TO]->(${to}:Entity)`,
  attributedTo: (from, to) => cypher`MATCH (${from})-[:ATTRIBUTED_TO]->(${to}:Entity)`,
  document: (from, to) => cypher`MATCH (${from})-[:IN_DOCUMENT]->(${to}:Document)`,
  relation: (from, to) => finders.relation(to, cypher`${from}.relationId`),
} as const satisfies Record<string, Reach>;

const outletBranch: BranchMaker = (_args, ask) => {
  const [outlet, document] = [variable('entity'), variable('document')];
  const [ofOutlet, ofDocument] = [ask.shape('entity'), ask.shape('document')];
  const found = (reach: Cypher, name: Cypher, values: Cypher) =>
    cypher`head(COLLECT { ${reach} RETURN ['${name}', ${values}] })`;
  return {
    value: (row) =>
      cypher`coalesce(${found(cypher`MATCH (${row})-[:ORIGIN]->(${outlet}:Entity)`, cypher`outlet`, ofOutlet.values(outlet))}, ${found(statementLinks.document(row, document), cypher`document`, ofDocument.values(document))})`,
    read: (raw) => {
      const [name, values] = raw as ['outlet' | 'document', unknown[]];
      if (name === 'document') return asNode('Document', ofDocument.read(values));
      const row = ofOutlet.read(values);
      return asNode(row.label, row);
    },
  };
};

/** The outlet that a statement goes back to, else the document that it stands in. */
export const originField = {
  extensions: { follows: ['origin', 'document'], branch: outletBranch },
  resolve: orHeld<StatementRow, unknown, object | null>(async (row, _args, context, info) => {
    if (row.origin === null) {
      return asNode('Document', await rowAt('document', row.document, context, info));
    }
    const outlet: EntityRow | null = await rowAt('entity', row.origin, context, info);
    return outlet && asNode(outlet.label, outlet);
  }),
};
