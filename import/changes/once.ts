import { createHash, randomUUID } from 'node:crypto';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphClient } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { ImportBusy, ImportError } from '../import-error.ts';
import { prepareGraph } from '../prepare.ts';
import { isTooDeep, limits } from '../read/limits.ts';
import {
  claimRequest,
  finishRequest,
  forgetRequests,
  releaseRequest,
} from './request-questions.ts';

/** A request that may be sent again. */
export interface Repeatable {
  readonly client: GraphClient;
  readonly ontology: Ontology;
  /** Of the caller's own choice, and its own: others may choose the same. */
  readonly key: string;
  readonly by: string;
  /** What is asked: JSON values. */
  readonly content: readonly unknown[];
}

/** The key came before with something else to do. */
export class KeyReused extends ImportError {
  constructor(key: string) {
    super(`The idempotency key "${key}" came with another request before: take a new one.`);
    this.name = 'KeyReused';
  }
}

/**
 * Does work once for a key, and answers every later request with the first one's result, a JSON value.
 * Throws {@link KeyReused}, and {@link ImportBusy} while the first is not done.
 */
export async function once<Result>(
  { client, ontology, key, by, content }: Repeatable,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly replayed: boolean }> {
  if (content.some((value) => isTooDeep(value, -1))) {
    throw new ImportError(
      `The records are nested deeper than ${limits.nesting} levels: flatten them.`,
    );
  }
  // Two first requests would each make one of their own without the constraint.
  await prepareGraph(client, ontology);
  const request = {
    id: JSON.stringify([by, key]),
    digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    holder: randomUUID(),
  };
  const [claim] = await client.write(async (run) => {
    await run(compileQuestion(forgetRequests, null));
    return run(compileQuestion(claimRequest, request));
  });
  if (claim && claim.digest !== request.digest) throw new KeyReused(key);
  if (claim?.result != null) {
    return { result: JSON.parse(claim.result) as Result, replayed: true };
  }
  if (claim?.holder !== request.holder) throw new ImportBusy();
  try {
    const result = await work();
    const finished = { ...request, result: JSON.stringify(result) };
    await client.write((run) => run(compileQuestion(finishRequest, finished)));
    return { result, replayed: false };
  } catch (error) {
    // The same request may then be tried again at once; where that fails, once its claim has run out.
    await client
      .write((run) => run(compileQuestion(releaseRequest, request)))
      .catch(() => undefined);
    throw error;
  }
}
