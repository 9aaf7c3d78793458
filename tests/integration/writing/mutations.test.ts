import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { merge } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { dataIn } from '../../support/ask.ts';
import { type Line, useEmptyGraph } from '../import/support/empty-graph.ts';
import { writingServer } from './support/writing-server.ts';

const graph = useEmptyGraph();

const records: Line[] = [
  { kind: 'dataset', key: 'desk', title: 'Desk', licence: 'CC0-1.0' },
  { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'Acme' },
  { kind: 'entity', key: 'acme-inc', type: 'Company', nameEn: 'Acme Inc.' },
  { kind: 'entity', key: 'luna', type: 'Place', nameEn: 'Luna' },
  { kind: 'document', key: 'memo', title: 'Memo', language: 'en', publishedAt: '2024-01-01' },
  {
    ...{ kind: 'statement', document: 'memo', subject: 'acme', predicate: 'OPERATES_IN' },
    ...{ object: 'luna', modality: 'REPORTED' },
  },
];

const outcome = `dryRun errors { code message record path }
  entities { created updated unchanged retracted }
  statements { created retracted } relations { created retracted }
  conflicts { change after { kind about sides { says documents } } }`;
const importing = `mutation ($input: ImportStatementsInput!) {
  importStatements(input: $input) { ${outcome} datasets rejected replayed clientMutationId } }`;
const retracting = `mutation ($input: RetractDocumentInput!) { retractDocument(input: $input) { ${outcome} } }`;
const merging = `mutation ($input: MergeEntitiesInput!) {
  mergeEntities(input: $input) { ${outcome} entity { key aliases } } }`;
const mergingNamed = `mutation ($entity: EntityRef!) {
  mergeEntities(input: { into: { key: "acme" }, entity: $entity, reason: "one" }) { ${outcome} entity { key } } }`;
const splitting = `mutation ($input: SplitEntityInput!) {
  splitEntity(input: $input) { ${outcome} entity { key } } }`;

const server = () => writingServer(graph.connection);

test('records are imported as a file of them is, and the next question knows them', async () => {
  const { ask } = server();
  const { importStatements } = dataIn(
    await ask(importing, { input: { records, replace: true, clientMutationId: 'mine' } }),
  );
  expect(importStatements).toEqual({
    ...{ dryRun: false, errors: [], conflicts: [], datasets: ['desk'], rejected: 0 },
    ...{ replayed: false, clientMutationId: 'mine' },
    entities: { created: 3, updated: 0, unchanged: 0, retracted: 0 },
    statements: { created: 1, retracted: 0 },
    relations: { created: 1, retracted: 0 },
  });
  const { entity } = dataIn(
    await ask('{ entity(ref: { key: "acme" }) { relations { nodes { key } } } }'),
  );
  expect(entity).toEqual({ relations: { nodes: [{ key: 'luna' }] } });
  const written = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  await graph.importLines(records);
  expect(await graph.content()).toEqual(written);
});

test('records are added to their dataset, whose description stays, unless they are to replace it', async () => {
  const { ask } = server();
  await graph.importLines(records);
  const more = { kind: 'entity', key: 'mars', type: 'Place', nameEn: 'Mars' };
  const input = { dataset: 'desk', records: [more] };
  const added = dataIn(await ask(importing, { input })).importStatements;
  expect(added).toMatchObject({
    ...{ errors: [], datasets: ['desk'], statements: { created: 0, retracted: 0 } },
    entities: { created: 1, updated: 0, retracted: 0 },
  });
  const titles = cypher`MATCH (d:Dataset) RETURN d.title + ', ' + d.licence AS row`;
  expect(await graph.values(titles)).toEqual(['Desk, CC0-1.0']);
  const replaced = dataIn(
    await ask(importing, { input: { ...input, replace: true } }),
  ).importStatements;
  expect(replaced).toMatchObject({
    ...{ statements: { retracted: 1 }, entities: { unchanged: 1, retracted: 3 } },
  });
  expect(await graph.values(titles)).toEqual(['Desk, CC0-1.0']);
});

test('a record that is wrong is named with what to change, and the others are written', async () => {
  const { ask } = server();
  const wrong = { kind: 'entity', key: 'mars', type: 'Planet', nameEn: 'Mars' };
  const input = { records: [...records, wrong, { key: 'nothing' }] };
  const { importStatements } = dataIn(await ask(importing, { input }));
  expect(importStatements.errors).toEqual([
    {
      ...{ code: expect.any(String), record: 6, path: '/type' },
      message: expect.stringContaining('Company'),
    },
    { code: 'UNKNOWN_KIND', record: 7, path: '', message: expect.stringContaining('kind') },
  ]);
  expect(importStatements).toMatchObject({ rejected: 2, entities: { created: 3 } });

  const strict = dataIn(await ask(importing, { input: { ...input, strict: true } }));
  expect(strict.importStatements.errors.at(-1)).toMatchObject({ code: 'STRICT', record: null });
  expect(strict.importStatements.entities.unchanged).toBe(0);
});

test('too many records, and what is no object, are refused before anything is done', async () => {
  const { ask } = server();
  const many = await ask(importing, { input: { records: Array(1_001).fill({}) } });
  expect(many.errors).toMatchObject([
    { message: expect.stringContaining('at most 1000'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  const text = await ask(importing, { input: { records: ['text'] } });
  expect(text.errors).toHaveLength(1);
  expect(text.data).toBeUndefined();
  expect(await graph.content()).toEqual([]);
});

test('a dry run says what would be done, and leaves no trace', async () => {
  const { ask } = server();
  const input = { records, dryRun: true };
  const tried = dataIn(await ask(importing, { input })).importStatements;
  expect(tried).toMatchObject({ dryRun: true, entities: { created: 3 } });
  expect(await graph.content()).toEqual([]);
  const { changes } = dataIn(await ask('{ changes { totalCount } }'));
  expect(changes.totalCount).toBe(0);
});

test('the same request again is answered with the first result, and another under its key is refused', async () => {
  const { ask } = server();
  const input = { records, idempotencyKey: 'request 1' };
  const first = dataIn(await ask(importing, { input })).importStatements;
  expect(first).toMatchObject({ replayed: false, entities: { created: 3 } });
  const again = dataIn(await ask(importing, { input })).importStatements;
  expect(again).toEqual({ ...first, replayed: true });
  const other = dataIn(
    await ask(importing, { input: { ...input, records: records.slice(0, 2) } }),
  ).importStatements;
  expect(other.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', record: null }]);
  // Another caller's keys are its own.
  const someone = writingServer(graph.connection, { name: 'bob' });
  const theirs = dataIn(await someone.ask(importing, { input })).importStatements;
  expect(theirs).toMatchObject({ replayed: false, entities: { created: 0, unchanged: 3 } });
});

test('records that are nested without end are refused in words, with an idempotency key or without', async () => {
  const { fetch } = server();
  // As text: what is nested so deeply can be read, but not written, as JSON.
  const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const entity = '"kind": "entity", "key": "x", "type": "Person"';
  for (const record of [nested, `{"kind": ${nested}}`, `{${entity}, "nameEn": ${nested}}`]) {
    for (const key of ['', ', "idempotencyKey": "deep"']) {
      const input = `{"records": [${record}]${key}}`;
      const response = await fetch({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query": ${JSON.stringify(importing)}, "variables": {"input": ${input}}}`,
      });
      const { data, errors } = (await response.json()) as Awaited<
        ReturnType<ReturnType<typeof server>['ask']>
      >;
      expect(errors).toBeUndefined();
      expect(data.importStatements).toMatchObject({
        errors: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]),
      });
    }
  }
});

test('of twins that come at once, one is done, and the other waits for it or has its result', async () => {
  const { ask } = server();
  const input = { records, idempotencyKey: 'twin' };
  const twins = await Promise.all([ask(importing, { input }), ask(importing, { input })]);
  const answers = twins.map((twin) => dataIn(twin).importStatements);
  const done = answers.filter(({ replayed, errors }) => !replayed && errors.length === 0);
  expect(done).toHaveLength(1);
  const [other] = answers.filter((answer) => answer !== done[0]);
  if (other.replayed) expect(other).toEqual({ ...done[0], replayed: true });
  else expect(other.errors).toMatchObject([{ code: 'BUSY' }]);
  const later = dataIn(await ask(importing, { input })).importStatements;
  expect(later).toEqual({ ...done[0], replayed: true });
});

test('a document is taken back with what rests on it, and a key that was meant is named', async () => {
  const { ask } = server();
  await graph.importLines(records);
  const before = await graph.content();
  const tried = dataIn(await ask(retracting, { input: { key: 'memo', dryRun: true } }));
  expect(await graph.content()).toEqual(before);
  const { retractDocument } = dataIn(await ask(retracting, { input: { key: 'memo' } }));
  expect(retractDocument).toEqual({ ...tried.retractDocument, dryRun: false });
  expect(retractDocument).toMatchObject({
    ...{ errors: [], statements: { retracted: 1 }, relations: { retracted: 1 } },
  });
  const wrong = dataIn(await ask(retracting, { input: { key: 'mem' } })).retractDocument;
  expect(wrong.errors).toMatchObject([{ code: 'NOT_POSSIBLE', record: null }]);
  const again = dataIn(await ask(retracting, { input: { key: 'memo' } })).retractDocument;
  expect(again).toMatchObject({ errors: [], statements: { retracted: 0 } });
});

test('a merge is the one of the command, answers for both, and a split undoes it', async () => {
  const { ask } = server();
  await graph.importLines(records);
  const before = await graph.content();
  const reason = 'one company';
  await merge({ ontology, client: graph.client, into: 'acme', key: 'acme-inc', reason });
  const byCommand = withoutTime(await graph.content());
  dataIn(await ask(splitting, { input: { key: 'acme-inc' } }));
  expect(await graph.content()).toEqual(before);

  const input = { into: { key: 'acme' }, entity: { key: 'acme-inc' }, reason };
  const { mergeEntities } = dataIn(await ask(merging, { input }));
  expect(mergeEntities).toMatchObject({
    ...{ errors: [], entities: { updated: 1, retracted: 1 } },
    entity: { key: 'acme', aliases: ['Acme Inc.'] },
  });
  expect(withoutTime(await graph.content())).toEqual(byCommand);
  const merged = 'acme-inc is merged into acme already';
  for (const [named, variables] of [
    [merging, { input }],
    [mergingNamed, { entity: input.entity }],
    [mergingNamed.replace('$entity,', '{ key: "acme-inc" },').replace(/\(\$.*?\)/, ''), {}],
  ] as const) {
    const again = dataIn(await ask(named, variables)).mergeEntities;
    expect(again.entity).toBeNull();
    expect(again.errors).toMatchObject([
      { code: 'NOT_POSSIBLE', message: `${merged}: nothing is left to do.` },
    ]);
  }
  const other = dataIn(
    await ask(merging, { input: { ...input, into: input.entity, entity: input.into } }),
  );
  expect(other.mergeEntities.errors).toMatchObject([
    { message: `${merged}: name acme, or split acme-inc first.` },
  ]);
  const { splitEntity } = dataIn(await ask(splitting, { input: { key: 'acme-inc' } }));
  expect(splitEntity.entity).toEqual({ key: 'acme-inc' });
  expect(await graph.content()).toEqual(before);
});

function withoutTime(rows: readonly string[]): string[] {
  return rows.map((row) => row.replace(/"mergedAt":\{[^}]*\}+/, ''));
}

test('a server makes the constraints with its first change, and not again with each', async () => {
  const made = cypher`SHOW CONSTRAINTS YIELD name WHERE name = 'import_lease_key' RETURN name AS row`;
  const retract = (ask: ReturnType<typeof server>['ask']) =>
    ask(retracting, { input: { key: 'memo' } }).then(dataIn);
  await graph.importLines(records);
  const { ask } = server();
  await retract(ask);
  await graph.client.define([{ text: 'DROP CONSTRAINT import_lease_key', parameters: {} }]);
  await retract(ask);
  expect(await graph.values(made)).toEqual([]);
  await retract(server().ask);
  expect(await graph.values(made)).toEqual(['import_lease_key']);
});

test('a caller without the scope changes nothing', async () => {
  await graph.importLines(records);
  const before = await graph.content();
  const { ask } = writingServer(graph.connection, { scopes: ['read', 'cypher'] });
  for (const [mutation, input] of [
    [importing, { records: [{ kind: 'entity', key: 'x', type: 'Person', nameEn: 'X' }] }],
    [retracting, { key: 'memo' }],
    [merging, { into: { key: 'acme' }, entity: { key: 'acme-inc' }, reason: 'one' }],
    [splitting, { key: 'acme-inc' }],
  ] as const) {
    const { errors, data } = await ask(mutation, { input });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(Object.values(data)).toEqual([null]);
  }
  expect(await graph.content()).toEqual(before);
});

test('while another change is under way, a request says so, and does it when that is over', async () => {
  await graph.importLines(records);
  const lease = "SET l.holder = 'other', l.until = datetime.realtime() + duration('PT1M')";
  await graph.client.define([
    { text: `MERGE (l:ImportLease {key: 'import'}) ${lease}`, parameters: {} },
  ]);
  const { ask } = server();
  const busy = dataIn(await ask(retracting, { input: { key: 'memo' } })).retractDocument;
  expect(busy.errors).toMatchObject([{ code: 'BUSY' }]);
  const waiting = ask(retracting, { input: { key: 'memo' } });
  await pause(200);
  await graph.client.define([{ text: 'MATCH (l:ImportLease) DELETE l', parameters: {} }]);
  expect(dataIn(await waiting).retractDocument).toMatchObject({
    ...{ errors: [], statements: { retracted: 1 } },
  });
});
