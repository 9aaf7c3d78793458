import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test as it, onTestFinished } from 'vitest';
import { GraphClient, type GraphConnection, servingLimits } from '../../../src/graph/client.ts';
import { Planner } from '../../../src/graph/planner.ts';
import { SlowQueries } from '../../../src/telemetry/slow-queries.ts';
import { serverOver } from '../../support/ask.ts';
import { recordedLog } from './support/recorded-log.ts';

/** A server for which statements are slow from so many milliseconds on. */
function watched(threshold: number, connection: GraphConnection = inject('graph')) {
  const recorded = recordedLog('warn');
  const planner = new Planner(connection);
  const planned: string[] = [];
  const slow = new SlowQueries({
    ...{ log: recorded.log, threshold },
    planOf: (text) => {
      planned.push(text);
      return planner.planOf(text);
    },
  });
  const client = new GraphClient(inject('graph'), {
    ...{ ...servingLimits, onStatement: slow.onStatement },
  });
  onTestFinished(async () => {
    await client.close();
    await planner.close();
  });
  const { fetch } = serverOver({ client, statements: [] }, { log: recorded.log });
  const ask = (query: string, variables = {}) =>
    fetch({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'asked-1' },
      body: JSON.stringify({ query, variables }),
    });
  const slowLines = () => recorded.lines().filter(({ msg }) => msg === 'slow statement');
  const until = async (count: number) => {
    for (let tries = 0; slowLines().length < count && tries < 200; tries++) await sleep(50);
    return slowLines();
  };
  return { ask, until, slowLines, planned, text: recorded.text };
}

const entity = 'query ($key: String!) { entity(ref: { key: $key }) { name } }';

it('a slow statement is a line with its name, time, rows, request and plan, without values and Cypher', async () => {
  const { ask, until, text } = watched(0.001);
  await ask(entity, { key: 'xiaomi' });
  const line = (await until(1)).find(({ plan }) => plan);
  expect(line).toMatchObject({
    ...{ level: 40, request: 'asked-1', statement: expect.stringMatching(/^[a-z-]+$/) },
    ...{ milliseconds: expect.any(Number), rows: expect.any(Number), failure: null },
    plan: {
      operators: { ProduceResults: 1 },
      estimatedRows: expect.any(Number),
      mostEstimatedRows: expect.any(Number),
    },
  });
  expect(line.plan.indexes.join()).toMatch(/\w+:\w+\(\w+\) WHERE/);
  expect(text()).not.toMatch(/"xiaomi"|MATCH|RETURN/);
});

it('a plan is asked for once a minute for each name, and lines come all the same', async () => {
  const { ask, until, planned } = watched(0.001);
  for (let n = 0; n < 4; n++) await ask(entity, { key: 'xiaomi' });
  const lines = await until(4);
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(new Set(planned).size).toBe(planned.length);
  for (const { statement } of lines) {
    const plans = lines.filter((line) => line.statement === statement && line.plan);
    expect(plans.length).toBeLessThanOrEqual(1);
  }
});

it('a fast statement is none', async () => {
  const { ask, slowLines, planned } = watched(60_000);
  await ask(entity, { key: 'xiaomi' });
  expect(slowLines()).toEqual([]);
  expect(planned).toEqual([]);
});

it('where no plan is to be had, the line says why, and the request is answered', async () => {
  const nowhere = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'none' };
  const { ask, until } = watched(0.001, nowhere);
  expect((await ask(entity, { key: 'xiaomi' })).status).toBe(200);
  const line = (await until(1)).find(({ err }) => err);
  expect(line).toMatchObject({ err: { code: 'ServiceUnavailable' } });
});
