import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Caller } from '../../../src/access/caller.ts';
import type { GraphConnection } from '../../../src/graph/client.ts';
import { recordingClient, serverOver } from '../../support/ask.ts';

function serverFor(caller: Caller) {
  const recording = recordingClient(inject('graph') as GraphConnection);
  onTestFinished(() => recording.client.close());
  return serverOver(recording, { identify: async () => caller });
}

const question = `{
  paths(from: [{ key: "lei-jun" }], to: [{ key: "xiaomi" }], first: 1) {
    nodes { length }
    query { cypher }
  }
}`;

describe('scopes', () => {
  it('shows the Cypher to a caller with the scope alone, and answers the rest', async () => {
    const reader = serverFor({ name: 'reader', scopes: new Set(['read']) });
    const refused = await reader.ask(question);
    expect(refused.data.paths).toEqual({ nodes: [{ length: 1 }], query: null });
    expect(refused.errors).toMatchObject([
      { path: ['paths', 'query'], extensions: { code: 'FORBIDDEN' } },
    ]);

    const analyst = serverFor({ name: 'analyst', scopes: new Set(['read', 'cypher']) });
    const { data, errors } = await analyst.ask(question);
    expect(errors).toBeUndefined();
    expect(data.paths.query.cypher).toContain('MATCH');
  });
});
