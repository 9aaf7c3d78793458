import { constraints } from '../../../schema/constraints.ts';
import { graphVersion } from '../../../schema/graph-version.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import type { GraphClient } from '../../../src/graph/client.ts';

/** Two groups of thirty companies, each of which owns all others of its group; no way leads across. */
export async function makeTwoClusters(client: GraphClient): Promise<void> {
  const statements = [
    ...constraints(ontology),
    `CREATE (:GraphVersion {key: 'graph', version: ${graphVersion}}), (:Dataset {key: 'clusters', revision: '1'})`,
    `UNWIND ['a', 'b'] AS cluster UNWIND range(1, 30) AS n WITH cluster + n AS key
     CREATE (:Entity:Company {key: key, name: key, nameEn: key, sortName: key, foldedNames: [key], relationCount: 58})`,
    `MATCH (from:Company), (to:Company)
     WHERE from <> to AND left(from.key, 1) = left(to.key, 1)
     CREATE (from)-[:OWNS {id: from.key + ':OWNS:' + to.key, modality: 'FACT', statementCount: 1, documentCount: 1, independentSourceCount: 1, disputed: false}]->(to)`,
  ];
  await client.define(statements.map((text) => ({ text, parameters: {} })));
}

/** Trying 29 to the power of 8 ways from one group into the other takes longer than anybody lives. */
export const endless =
  '{ paths(from: [{key: "a1"}], to: [{key: "b1"}], mode: SIMPLE, via: {maxHops: 8}) { nodes { length } completeness { complete reason } } }';

export const cheap = '{ entity(ref: {key: "a1"}) { key } }';
