import { expect, it } from 'vitest';
import type { Caller } from '../../../src/access/caller.ts';
import { unauthenticated } from '../../../src/access/refusals.ts';
import { listening } from './support/listening.ts';

const identify = async ({ headers }: Request): Promise<Caller> => {
  const name = headers.get('authorization');
  if (!name) throw unauthenticated();
  return { name, scopes: new Set(['read'] as const) };
};
const flooder = { authorization: 'flooder' };
const other = { authorization: 'other' };

/** Experiment 28 of the design: many cheap questions of one client. */
it('who floods with cheap questions is told to wait, and others go on being answered', async () => {
  const requests = 20;
  const { post, statements } = await listening({
    ...{ identify, access: { rates: { requests, seconds: null } } },
  });
  await post({ authorization: 'first' });
  const each = statements.length;
  statements.length = 0;
  const flood = await Promise.all(
    Array.from({ length: 10 * requests }, async (_, index) => {
      const [mine, theirs] = await Promise.all([
        post(flooder),
        index < requests ? post(other) : null,
      ]);
      return { mine, theirs };
    }),
  );
  const statuses = flood.map(({ mine }) => mine.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(requests);
  expect(statuses.filter((status) => status === 429)).toHaveLength(9 * requests);
  const others = flood.flatMap(({ theirs }) => (theirs ? [theirs] : []));
  for (const { json } of others) expect(json).toEqual({ data: { stats: { documents: 5 } } });
  expect(others).toHaveLength(requests);
  expect(statements).toHaveLength(each * 2 * requests);

  const refused = await post(flooder);
  expect(refused.status).toBe(429);
  expect(refused.json.errors[0].extensions.code).toBe('RATE_LIMITED');
  const wait = Number(refused.headers['retry-after']);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(refused.json.errors[0].message).toMatch(/Ask again in \d+ s/);
});

it('says how much is left, by the names and forms of the draft', async () => {
  const rates = { requests: 7, seconds: 3 };
  const { post } = await listening({ identify, access: { rates } });
  const { headers } = await post(flooder);
  expect(headers['ratelimit-policy']).toBe(
    '"requests";q=7;w=60, "time";q=3000;w=60;qu="milliseconds"',
  );
  expect(headers.ratelimit).toMatch(/^"requests";r=6;t=\d+, "time";r=\d+;t=\d+$/);
});

it('counts the time that answers take: few questions, and long ones, are too much as well', async () => {
  const { post } = await listening({ identify, access: { rates: { requests: null, seconds: 1 } } });
  let refused = 0;
  const heavy = JSON.stringify({
    query: '{ entities(first: 100) { nodes { relations(first: 20) { nodes { name } } } } }',
  });
  // A second of the server's time is over after some of them, however fast the machine.
  for (let asked = 0; refused === 0 && asked < 2_000; asked++) {
    const replies = await Promise.all(Array.from({ length: 4 }, () => post(flooder, heavy)));
    refused = replies.filter(({ status }) => status === 429).length;
  }
  expect(refused).toBeGreaterThan(0);
  expect((await post(flooder)).json.errors[0].message).toMatch(/used up your time/);
  expect((await post(other)).status).toBe(200);
});

it('counts wrong keys by address, so that nobody tries them all', async () => {
  const rates = { requests: 3, seconds: null };
  const { post } = await listening({ identify, access: { rates } });
  const statuses: number[] = [];
  for (let tried = 0; tried < 5; tried++) statuses.push((await post()).status);
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  expect((await post(other)).status).toBe(200);
});

it('tells clients without keys apart by what our own proxy saw, and by that alone', async () => {
  const rates = { requests: 1, seconds: null };
  const statusesOf = async (proxies: number) => {
    const { post } = await listening({ access: { rates, proxies } });
    const from = async (address: string) =>
      (await post({ 'x-forwarded-for': `203.0.113.9, ${address}` })).status;
    return [await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.1')];
  };
  expect(await statusesOf(1)).toEqual([200, 200, 429]);
  expect(await statusesOf(0)).toEqual([200, 429, 429]);
});

it('limits and says nothing unless it is told to', async () => {
  const { post } = await listening();
  expect((await post()).headers).not.toHaveProperty('ratelimit');
});
