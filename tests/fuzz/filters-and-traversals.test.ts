import * as fc from 'fast-check';
import { expect, inject, it, onTestFinished } from 'vitest';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import type { GraphConnection } from '../../src/graph/client.ts';
import { recordingClient, serverOver } from '../support/ask.ts';
import { leak } from '../support/listening.ts';
import { documents } from './support/documents.ts';

const seed = Number(process.env.FUZZ_SEED ?? 1);
const numRuns = Number(process.env.FUZZ_DOCUMENTS ?? 400);

it('whatever fits the schema is answered, or refused in words that tell nothing', {
  timeout: 1_800_000,
}, async () => {
  // Rows are checked against their schemas, and the database is given time under load.
  const recording = recordingClient(inject('graph') as GraphConnection, {
    transactionTimeout: 20_000,
  });
  onTestFinished(() => recording.client.close());
  const { ask } = serverOver(recording, { traversalTime: 15_000, requestTime: 30_000 });
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(documents(buildSchema(ontology)), async ({ query, variables }) => {
      const { status, errors = [] } = await ask(query, variables);
      const codes = errors.map(({ extensions }) => String(extensions?.code));
      for (const code of codes.length > 0 ? new Set(codes) : ['answered']) {
        outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
      }
      expect(status).toBeLessThan(500);
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      expect(codes).not.toContain('undefined');
      for (const { message } of errors) expect(message).not.toMatch(leak);
    }),
    { seed, numRuns },
  );
  console.log(`${numRuns} documents of seed ${seed}:`, Object.fromEntries(outcomes));
  expect(outcomes.get('answered')).toBeGreaterThan(numRuns / 4);
});
