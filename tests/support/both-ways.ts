import { execute } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { inject, onTestFinished } from 'vitest';
import { writtenAnswers } from '../../src/answers/written-answers.ts';
import type { GraphConnection } from '../../src/graph/client.ts';
import { recordingClient, serverOver } from './ask.ts';

export interface Reply {
  readonly status: number;
  readonly body: string;
  /** Sorted: those of one answer run side by side. */
  readonly statements: readonly string[];
}

/**
 * As the reference implementation makes them. Yoga's own executor gives fields that took longer a later
 * place in the answer than they have in the document.
 */
const byReference: Plugin = {
  onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
};

/**
 * Two servers of the run's database: one writes its answers, and the other completes them, by graphql-js if
 * nothing else is said.
 */
export function bothWays(completed = byReference) {
  const recording = recordingClient(inject('graph') as GraphConnection, {
    ...{ transactionTimeout: 30_000, retryTime: 20_000 },
  });
  onTestFinished(() => recording.client.close());
  let written = 0;
  const times = { traversalTime: 40_000, requestTime: 60_000 };
  const onWritten = () => {
    written += 1;
  };
  const servers = {
    writing: serverOver(recording, { ...times, answers: writtenAnswers(onWritten) }),
    completing: serverOver(recording, { ...times, answers: completed }),
  };
  const reply = async (
    { fetch }: (typeof servers)['writing'],
    body: object,
    headers: Record<string, string>,
  ): Promise<Reply> => {
    recording.statements.length = 0;
    const response = await fetch({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text, statements: [...recording.statements].sort() };
  };
  return {
    /** What each of them says, and whether the first has written it. */
    async ask(
      query: string,
      variables: Readonly<Record<string, unknown>> = {},
      headers: Record<string, string> = {},
    ) {
      const before = written;
      const byWriting = await reply(servers.writing, { query, variables }, headers);
      const wrote = written > before;
      const byCompleting = await reply(servers.completing, { query, variables }, headers);
      return { byWriting, byCompleting, wrote };
    },
  };
}
