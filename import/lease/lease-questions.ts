import { z } from 'zod';
import { type Cypher, cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

/** Keeps two first imports from making a lease each. */
export const leaseConstraint =
  'CREATE CONSTRAINT import_lease_key IF NOT EXISTS FOR (n:ImportLease) REQUIRE n.key IS UNIQUE';

interface Held {
  readonly holder: string;
  readonly seconds: number;
}

const HolderRow = z.object({ holder: z.string() });
type HolderRow = z.infer<typeof HolderRow>;

// The clock is the database's, read after the lock is held: the wait for it may be long.
const until = (seconds: number): Cypher =>
  cypher`datetime.realtime() + duration({seconds: ${parameter('seconds', seconds)}})`;

export const takeLease = question<Held, HolderRow>({
  name: 'import: take the lease',
  row: HolderRow,
  ask: ({ holder, seconds }) => cypher`
MERGE (l:ImportLease {key: 'import'})
SET l.asked = true
WITH l
WHERE l.until IS NULL OR l.until < datetime.realtime() OR l.holder = ${parameter('holder', holder)}
SET l.holder = ${parameter('holder', holder)}, l.until = ${until(seconds)}
WITH l
// What another import has released in the meantime keeps nothing that is set on it.
WHERE l.holder = ${parameter('holder', holder)}
RETURN l.holder AS holder`,
});

export const renewLease = question<Held, HolderRow>({
  name: 'import: renew the lease',
  row: HolderRow,
  ask: ({ holder, seconds }) => cypher`
MATCH (l:ImportLease {key: 'import'})
SET l.asked = true
WITH l
WHERE l.holder = ${parameter('holder', holder)}
SET l.until = ${until(seconds)}
RETURN l.holder AS holder`,
});

export const releaseLease = question<string, Record<string, never>>({
  name: 'import: release the lease',
  row: z.record(z.string(), z.never()),
  ask: (holder) => cypher`
MATCH (l:ImportLease {key: 'import', holder: ${parameter('holder', holder)}})
DELETE l`,
});
