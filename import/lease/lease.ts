import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphClient, Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { ImportBusy, ImportError } from '../import-error.ts';
import { releaseLease, renewLease, takeLease } from './lease-questions.ts';

/** One import at a time, wherever it runs. */
export interface Lease {
  /** Renews the lease within a transaction. Throws where another import has taken over. */
  renew(run: Run): Promise<void>;
}

/** For how long a killed import holds up the next. A step of an import takes far less. */
const seconds = 15;
const renewEvery = 4_000;
const askEvery = 300;

interface Waiting {
  readonly client: GraphClient;
  readonly onWait: () => void;
  /** For how many milliseconds; without end if nothing is said. Then an {@link ImportBusy} is thrown. */
  readonly patience?: number | undefined;
  /** Ends the wait, and the work before its next transaction. */
  readonly signal?: AbortSignal | undefined;
}

/** Waits until no other import is under way, and does the work before any other begins. */
export async function withLease<Result>(
  { client, onWait, patience = Number.POSITIVE_INFINITY, signal }: Waiting,
  work: (lease: Lease) => Promise<Result>,
): Promise<Result> {
  const holder = randomUUID();
  const held = { holder, seconds };
  const take = () => client.write((run) => run(compileQuestion(takeLease, held)));
  const began = performance.now();
  for (let asked = 0; (await take()).length === 0; asked++) {
    if (asked === 0) onWait();
    signal?.throwIfAborted();
    if (performance.now() - began > patience) throw new ImportBusy();
    await pause(askEvery);
  }
  // Not the time of day, which may be set back while this runs.
  let renewed = performance.now();
  const renewal = setInterval(() => {
    if (performance.now() - renewed < renewEvery) return;
    // A long transaction of this import holds the lock and has renewed as well.
    client.write((run) => run(compileQuestion(renewLease, held))).catch(() => undefined);
  }, renewEvery);
  renewal.unref();
  try {
    return await work({
      async renew(run) {
        signal?.throwIfAborted();
        const [still] = await run(compileQuestion(renewLease, held));
        renewed = performance.now();
        if (still) return;
        throw new ImportError(
          'Another import took over, because this one gave no sign for too long. Run it again.',
        );
      },
    });
  } finally {
    clearInterval(renewal);
    // Where the database is gone, the lease ends by itself.
    await client.write((run) => run(compileQuestion(releaseLease, holder))).catch(() => undefined);
  }
}
