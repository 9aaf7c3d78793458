import type { GraphClient } from '../src/graph/client.ts';
import { ImportError } from './import-error.ts';
import type { Lease } from './lease/lease.ts';
import { Tally } from './report/tally.ts';
import type { Transact } from './write/writing.ts';

/** Work in pieces; the tally is of those that are over. */
type Write = (transact: Transact, tally: Tally) => Promise<void>;

/** Each piece of work in a transaction of its own. */
export async function perform(client: GraphClient, lease: Lease, write: Write): Promise<Tally> {
  const tally = new Tally();
  await write(async (work) => {
    const result = await client.write(async (run) => {
      await lease.renew(run);
      return await work(run);
    });
    tally.add(result);
    return result;
  }, tally);
  return tally;
}

/** The same work in a single transaction that is rolled back, so that no count is an estimate. */
export async function rehearse(client: GraphClient, write: Write): Promise<Tally> {
  const over = new Error('the rehearsal is over');
  let tally = new Tally();
  try {
    await client.write(async (run) => {
      const counted = new Tally();
      await write(async (work) => {
        const result = await work(run).catch(tooLarge);
        counted.add(result);
        return result;
      }, counted);
      tally = counted;
      throw over;
    });
  } catch (error) {
    if (error !== over) throw error;
  }
  return tally;
}

/** Trying again, as the driver would, does not make the transaction smaller. */
function tooLarge(error: unknown): never {
  if (Object(error).code !== 'Neo.TransientError.General.MemoryPoolOutOfMemoryError') throw error;
  throw new ImportError(
    'The dry run is too large for one transaction of this database. Raise db.memory.transaction.max, or try it on a part of the input.',
    { cause: error },
  );
}
