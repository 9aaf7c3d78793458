import { onTestFinished } from 'vitest';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import type { Scope } from '../../../../src/access/caller.ts';
import type { GraphConnection } from '../../../../src/graph/client.ts';
import { GraphWriter } from '../../../../src/writer.ts';
import { recordingClient, serverOver } from '../../../support/ask.ts';

/** A server that takes changes from a caller with these scopes, until the test is over. */
export function writingServer(
  connection: GraphConnection,
  { name = 'ada', scopes = ['read', 'write'] as readonly Scope[] } = {},
) {
  const recording = recordingClient(connection, { transactionTimeout: 20_000 });
  const writer = new GraphWriter(connection, ontology);
  onTestFinished(async () => {
    await recording.client.close();
    await writer.close();
  });
  const identify = async () => ({ name, scopes: new Set(scopes) });
  const server = serverOver(recording, { identify, writer, requestTime: 60_000 });
  return { ...server, statements: recording.statements };
}
