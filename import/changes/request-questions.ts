import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

interface Request {
  readonly id: string;
  readonly digest: string;
  readonly holder: string;
}

const Claim = z.object({
  digest: z.string(),
  holder: z.string(),
  result: z.string().nullable(),
});

/** Whoever works on a request has a minute to be done; doing it twice does no harm, as with any import. */
export const claimRequest = question<Request, z.infer<typeof Claim>>({
  name: 'import: claim a request',
  row: Claim,
  ask: ({ id, digest, holder }) => cypher`
MERGE (r:WriteRequest {id: ${parameter('id', id)}})
ON CREATE SET r.digest = ${parameter('digest', digest)}, r.at = datetime.realtime()
SET r.asked = true
WITH r, r.result IS NULL AND r.digest = ${parameter('digest', digest)}
  AND (r.holder IS NULL OR r.until < datetime.realtime()) AS free
SET r.holder = CASE WHEN free THEN ${parameter('holder', holder)} ELSE r.holder END,
  r.until = CASE WHEN free THEN datetime.realtime() + duration('PT1M') ELSE r.until END
RETURN r.digest AS digest, r.holder AS holder, r.result AS result`,
});

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

export const finishRequest = question<Request & { readonly result: string }, Nothing>({
  name: 'import: keep the result of a request',
  row: Nothing,
  ask: ({ id, result }) => cypher`
MATCH (r:WriteRequest {id: ${parameter('id', id)}})
SET r.result = ${parameter('result', result)}`,
});

export const releaseRequest = question<Request, Nothing>({
  name: 'import: give a request up',
  row: Nothing,
  ask: ({ id, holder }) => cypher`
MATCH (r:WriteRequest {id: ${parameter('id', id)}})
WHERE r.holder = ${parameter('holder', holder)} AND r.result IS NULL
DELETE r`,
});

/** Whoever has not heard of its request for a week does not ask again. */
export const forgetRequests = question<null, Nothing>({
  name: 'import: forget old requests',
  row: Nothing,
  ask: () => cypher`
MATCH (r:WriteRequest)
WHERE r.at < datetime.realtime() - duration('P7D')
DELETE r`,
});
