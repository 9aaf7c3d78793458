import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../src/guards/limits.ts';
import { listening } from './support/listening.ts';

const spec = { accept: 'application/graphql-response+json' };
const nested = '{ stats { documents } entities(first: 1) { nodes { key } } }';

describe('a limit that is set lower holds, says which it is, and how to ask for less', () => {
  const cases: readonly (readonly [keyof Limits, number, string, number, RegExp])[] = [
    ['body', 20, '{ stats { documents } }', 413, /several requests/],
    ['tokens', 4, '{ stats { documents } }', 400, /as variables/],
    ['nesting', 1, '{ stats { documents } }', 400, /as variables/],
    ['depth', 2, nested, 400, /fewer fields inside fields/],
    ['aliases', 1, '{ a: __typename b: __typename }', 400, /several things at once/],
    [
      'directives',
      1,
      '{ __typename @skip(if: false) stats { documents @skip(if: false) } }',
      400,
      /Leave out/,
    ],
  ];
  it.each(cases)('%s', async (name, maximum, query, status, advice) => {
    const { post, statements } = await listening({ limits: { [name]: maximum } });
    const reply = await post(spec, JSON.stringify({ query }));
    expect(reply.status).toBe(status);
    const [{ message, extensions }] = reply.json.errors;
    expect(message).toMatch(advice);
    expect(message).toContain(String(maximum));
    expect(extensions.limit).toEqual({ name, maximum });
    expect(statements).toEqual([]);
  });
});

describe('cost', () => {
  const query =
    'query ($first: Int) { entities(first: $first) { nodes { relations(first: 10) { nodes { key } } } } }';
  const body = (first: number) => JSON.stringify({ query, variables: { first } });
  /** A list, its rows, a list in each, and the rows of those. */
  const costOf = (first: number) => 1 + first * 1 + first * 1 + first * 10;

  it('is told when asked for, beside the answer, by the sizes that variables have', async () => {
    const { post, statements } = await listening();
    const { json } = await post({ 'graphql-cost': 'report' }, body(7));
    expect(json.extensions).toEqual({
      cost: { requestedQueryCost: expect.any(Number), maximumAvailable: 20_000 },
    });
    expect(json.data.entities.nodes).toHaveLength(7);
    const twice = await post({ 'graphql-cost': 'report' }, body(14));
    const [seven, fourteen] = [json, twice.json].map(
      ({ extensions }) => extensions.cost.requestedQueryCost,
    );
    expect([seven, fourteen]).toEqual([costOf(7), costOf(14)]);
    expect(statements).not.toEqual([]);
  });

  it('is told without an answer, and without asking the database', async () => {
    const { post, statements } = await listening();
    const { json } = await post({ 'graphql-cost': 'validate' }, body(7));
    expect(json).toEqual({
      extensions: { cost: { requestedQueryCost: costOf(7), maximumAvailable: 20_000 } },
    });
    expect(statements).toEqual([]);
  });

  it('is told of the operation that is named', async () => {
    const { post } = await listening();
    const both =
      'query a { stats { documents } } query b { entities(first: 50) { nodes { key } } }';
    const costs = await Promise.all(
      ['a', 'b'].map(async (operationName) => {
        const sent = JSON.stringify({ query: both, operationName });
        const { json } = await post({ 'graphql-cost': 'validate' }, sent);
        return json.extensions.cost.requestedQueryCost;
      }),
    );
    expect(costs[1]).toBeGreaterThan(costs[0]);
  });

  it('above the limit is refused before anything is asked, with the cost where it is asked for', async () => {
    const { post, statements } = await listening({ limits: { cost: costOf(7) } });
    expect((await post({}, body(7))).json.errors).toBeUndefined();
    statements.length = 0;
    const { json } = await post({ 'graphql-cost': 'report' }, body(8));
    expect(json.errors[0].message).toMatch(/may return 97 objects, and 85 is the most/);
    expect(json.errors[0].extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      limit: { name: 'cost', maximum: 85 },
    });
    expect(json.extensions.cost.requestedQueryCost).toBe(97);
    expect(statements).toEqual([]);
  });

  it('is not spoken of unless it is asked for', async () => {
    const { post } = await listening();
    expect((await post()).json).toEqual({ data: { stats: { documents: 5 } } });
  });
});
