import { expect, test } from 'vitest';
import { merge, split } from '../../../import/redirects/reconcile.ts';
import { encodeId } from '../../../schema/graphql/global-id.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { CurrentRedirects } from '../../../src/graph/redirects.ts';
import { recordingClient, serverOver } from '../../support/ask.ts';
import { useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

const lines = [
  { kind: 'dataset', key: 'companies', title: 'Companies' },
  ...['acme', 'zeta', 'boom'].map((key) => ({
    ...{ kind: 'entity', key, type: 'Company', nameEn: key },
  })),
  { kind: 'relation', type: 'PARTNERS_WITH', from: 'boom', to: 'zeta' },
  { kind: 'document', key: 'memo', title: 'Memo', language: 'en', publisher: 'zeta' },
  {
    ...{ kind: 'statement', document: 'memo', subject: 'boom', predicate: 'STORE_COUNT' },
    ...{ value: { number: 5, unit: 'shops' }, modality: 'FACT' },
  },
];

const id = encodeId('Company', 'zeta');
const relation = encodeId('Relation', 'boom:PARTNERS_WITH:zeta');
const everywhere = `
query ($key: String!, $id: ID!, $ref: EntityRef!, $filter: EntityFilter, $relation: ID!, $view: View) {
  literal: entity(ref: { key: "zeta" }) { key }
  byKey: entity(ref: { key: $key }) { key }
  byId: entity(ref: { id: $id }) { key }
  byRef: entity(ref: $ref) { key }
  node(id: $id) { ... on Company { key } }
  relation: node(id: $relation) { ... on Relation { from { key } to { key } } }
  nodes(ids: [$id]) { ... on Company { key } }
  entities(filter: $filter) { nodes { key } }
  documents(filter: { publisher: [{ key: "zeta" }] }) { nodes { key } }
  statements(view: $view) { nodes { predicate } }
  paths(from: [{ key: "boom" }], to: [{ key: "zeta" }]) { nodes { length } }
}`;
const variables = {
  ...{ key: 'zeta', id, ref: { key: 'zeta' }, relation },
  filter: { or: [{ ref: [{ key: 'zeta' }] }] },
  view: { publishers: [{ key: 'zeta' }] },
};

test('the key and the id of a merged entity are answered by the other, wherever they stand', async () => {
  await graph.importLines(lines);
  const recording = recordingClient(graph.connection);
  const serve = () =>
    serverOver(recording, {
      redirects: () => new CurrentRedirects(recording.client).current(),
    });
  const answered = async () => {
    const { data, errors } = await serve().ask(everywhere, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  try {
    const before = await answered();
    expect(before.byKey).toEqual({ key: 'zeta' });
    await merge({
      ...{ ontology, client: graph.client, into: 'acme', key: 'zeta', reason: 'one' },
    });
    const acme = { key: 'acme' };
    expect(await answered()).toEqual({
      ...{ literal: acme, byKey: acme, byId: acme, byRef: acme, node: acme, nodes: [acme] },
      relation: { from: acme, to: { key: 'boom' } },
      entities: { nodes: [acme] },
      documents: { nodes: [{ key: 'memo' }] },
      statements: { nodes: [{ predicate: 'STORE_COUNT' }] },
      paths: { nodes: [{ length: 1 }] },
    });
    await split({ ontology, client: graph.client, key: 'zeta' });
    expect(await answered()).toEqual(before);
  } finally {
    await recording.client.close();
  }
});

test('cursors of a ranking end with a merge', async () => {
  await graph.importLines(lines);
  const recording = recordingClient(graph.connection);
  const server = serverOver(recording, {});
  const query = `query ($after: String) {
    search(query: "boom", after: $after) { edges { cursor } } }`;
  try {
    const { data } = await server.ask(query);
    const after = data.search.edges[0].cursor;
    expect((await server.ask(query, { after })).errors).toBeUndefined();
    await merge({
      ...{ ontology, client: graph.client, into: 'acme', key: 'zeta', reason: 'one' },
    });
    expect((await server.ask(query, { after })).errors).toHaveLength(1);
  } finally {
    await recording.client.close();
  }
});
