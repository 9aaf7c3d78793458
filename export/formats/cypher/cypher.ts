import { relationOfId } from '../../../import/identity.ts';
import { constraints } from '../../../schema/constraints.ts';
import {
  type Cypher,
  compileCypher,
  cypher,
  label,
  relationTypes,
} from '../../../src/graph/cypher.ts';
import { literal } from '../../../src/graph/literals.ts';
import { compileQuestion } from '../../../src/graph/question.ts';
import { attributionLines } from '../../attribution.ts';
import { chunked } from '../../scope.ts';
import type { Source } from '../../source.ts';
import { typedMap } from './typed-literal.ts';
import {
  conflictsOf,
  type NodeKind,
  nodeKinds,
  redirectsTo,
  statementLinks,
  typedNodes,
  typedRelations,
} from './typed-questions.ts';

/** So many that a statement is planned in well under a second. */
const rowsAtOnce = 100;

/**
 * A script that makes the graph as it lies in Neo4j, with all that is derived, in an empty database.
 * A statement ends with `;` at the end of a line, which nothing else does.
 */
export async function* cypherScript(source: Source): AsyncGenerator<string> {
  const { ontology, scope } = source;
  const datasets = await source.datasets();
  yield '// Claimgraph, for an empty database: cypher-shell --file THIS\n';
  for (const line of attributionLines(datasets)) yield `// ${line}\n`;
  for (const text of constraints(ontology)) yield `${text};\n`;
  yield 'CALL db.awaitIndexes(300);\n';
  yield* nodes(
    source,
    'Dataset',
    datasets.map(({ key }) => key),
  );
  for await (const keys of scope.entities()) {
    yield* nodes(source, 'Entity', keys);
    yield* redirects(source, keys);
  }
  for await (const keys of scope.documents()) yield* nodes(source, 'Document', keys);
  for await (const ids of scope.statements()) yield* nodes(source, 'Statement', ids);
  yield* documentLinks(source);
  for await (const ids of scope.statements()) yield* linksOf(source, ids);
  for await (const { type, ids } of scope.relations()) {
    const asked = compileQuestion(typedRelations, { ontology, type, ids });
    const rows = (await source.client.read(asked)).map(({ id, properties }) => {
      const { from, to } = relationOfId(id);
      return `{from: ${literal(from)}, to: ${literal(to)}, properties: ${typedMap(properties)}}`;
    });
    yield* unwound(
      rows,
      cypher`MATCH (from:Entity {key: row.from})
MATCH (to:Entity {key: row.to})
CREATE (from)-[r:${relationTypes(ontology, [type])}]->(to)
SET r = row.properties`,
    );
  }
}

async function* nodes(
  { client, ontology }: Source,
  kind: NodeKind,
  keys: readonly string[],
): AsyncGenerator<string> {
  const rows = await client.read(compileQuestion(typedNodes, { kind, keys }));
  const byType = new Map<string, string[]>();
  for (const { labels, properties } of rows) {
    const type = labels.find((name) => Object.hasOwn(ontology.entities, name)) ?? '';
    byType.set(type, [...(byType.get(type) ?? []), typedMap(properties)]);
  }
  const own = nodeKinds[kind].label;
  for (const [type, maps] of byType) {
    const labels = kind === 'Entity' ? cypher`${own}:${label(ontology, type)}` : own;
    yield* unwound(
      maps,
      cypher`CREATE (n:${labels})
SET n = row`,
    );
  }
}

async function* redirects(source: Source, entities: readonly string[]): AsyncGenerator<string> {
  const found = await source.client.read(compileQuestion(redirectsTo, entities));
  const keys = found.map(({ key }) => key);
  yield* nodes(source, 'Redirect', keys);
  for (const kind of ['Entity', 'Redirect'] as const) {
    const pairs = found.filter(({ toRedirect }) => toRedirect === (kind === 'Redirect'));
    const links = pairs.map(({ key, to }) => literal([key, to]));
    yield* linked(links, 'Redirect', cypher`TO`, kind);
  }
}

async function* documentLinks(source: Source): AsyncGenerator<string> {
  const pairs = { published: [] as string[], basedOn: [] as string[], inDataset: [] as string[] };
  const flush = function* () {
    yield* linked(pairs.published.splice(0), 'Entity', cypher`PUBLISHED`, 'Document');
    yield* linked(pairs.basedOn.splice(0), 'Document', cypher`BASED_ON`, 'Entity');
    yield* linked(pairs.inDataset.splice(0), 'Document', cypher`IN_DATASET`, 'Dataset');
  };
  for await (const { key, publisher, basedOn, inDataset } of source.documents()) {
    if (publisher !== null) pairs.published.push(literal([publisher, key]));
    pairs.basedOn.push(...[...basedOn].sort().map((outlet) => literal([key, outlet])));
    if (inDataset !== null) pairs.inDataset.push(literal([key, inDataset]));
    if (pairs.inDataset.length >= rowsAtOnce) yield* flush();
  }
  yield* flush();
}

const statementLinkTypes: Readonly<Record<string, readonly [Cypher, NodeKind]>> = {
  SUBJECT: [cypher`SUBJECT`, 'Entity'],
  OBJECT: [cypher`OBJECT`, 'Entity'],
  PLACE: [cypher`PLACE`, 'Entity'],
  COMPARED_TO: [cypher`COMPARED_TO`, 'Entity'],
  ATTRIBUTED_TO: [cypher`ATTRIBUTED_TO`, 'Entity'],
  ORIGIN: [cypher`ORIGIN`, 'Entity'],
  IN_DOCUMENT: [cypher`IN_DOCUMENT`, 'Document'],
  CONTRADICTS: [cypher`CONTRADICTS`, 'Statement'],
};

async function* linksOf(source: Source, ids: readonly string[]): AsyncGenerator<string> {
  const links = await source.client.read(compileQuestion(statementLinks, ids));
  for (const [name, [type, to]] of Object.entries(statementLinkTypes)) {
    const pairs = links.filter((link) => link.type === name);
    yield* linked(
      pairs.map(({ from, to: key }) => literal([from, key])),
      'Statement',
      type,
      to,
    );
  }
  const told = source.told && [...source.told];
  const between = await source.client.read(compileQuestion(conflictsOf, { ids, told }));
  const keys = [...new Set(between.map(({ conflict }) => conflict))];
  const conflicts = await source.client.read(
    compileQuestion(typedNodes, { kind: 'Conflict', keys }),
  );
  // Another page may have statements of the same.
  yield* unwound(
    conflicts.map(({ properties }) => typedMap(properties)),
    cypher`MERGE (n:Conflict {id: row.id})
SET n = row`,
  );
  const pairs = between.map(({ conflict, statement }) => literal([conflict, statement]));
  yield* linked(pairs, 'Conflict', cypher`BETWEEN`, 'Statement');
}

function linked(pairs: readonly string[], from: NodeKind, type: Cypher, to: NodeKind) {
  const end = (name: NodeKind, at: Cypher) =>
    cypher`:${nodeKinds[name].label} {${nodeKinds[name].key}: row[${at}]})`;
  const [start, target] = [end(from, cypher`0`), end(to, cypher`1`)];
  return unwound(
    pairs,
    cypher`MATCH (from${start}
MATCH (to${target}
CREATE (from)-[:${type}]->(to)`,
  );
}

function* unwound(rows: readonly string[], then: Cypher): Generator<string> {
  const { text } = compileCypher(then);
  for (const some of chunked(rows, rowsAtOnce)) {
    yield `UNWIND [\n${some.join(',\n')}\n] AS row\n${text};\n`;
  }
}
