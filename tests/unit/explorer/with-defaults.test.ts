import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { withDefaults } from '../../../explorer/src/graphql/with-defaults.ts';
import { subgraphQuery } from '../../../explorer/src/queries/subgraph.ts';

it('a query that is shown is one that the schema takes, with what was asked for in it', () => {
  const text = withDefaults(subgraphQuery, {
    seeds: [{ key: 'lei-jun' }, { key: '雷"军' }],
    view: { knownAt: '2026-06-30', modalities: ['FACT'], disputed: 'ONLY' },
    ...{ language: 'DE', maxNodes: 300, maxRelations: 1_500 },
  });
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  expect(validate(schema, parse(text))).toEqual([]);
  expect(text).toContain('$seeds: [EntityRef!]! = [{key: "lei-jun"}, {key: "雷\\"军"}]');
  expect(text).toContain(
    '$view: View = {knownAt: "2026-06-30", modalities: [FACT], disputed: ONLY}',
  );
});
