import {
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { isWorker } from '../workers/worker-graph.ts';
import { tooMuch } from './refusals.ts';
import type { Access } from './settings.ts';

/** Seconds. */
const window = 60;

interface Quota {
  /** As the RateLimit headers call it. */
  readonly policy: string;
  /** As a person calls it. */
  readonly what: string;
  readonly unit?: string;
  readonly limiter: RateLimiterAbstract;
}

export type Rates = NonNullable<ReturnType<typeof ratesFor>>;

/**
 * Counts per caller and minute what is asked, and how long it takes to answer: one client with many short
 * questions is as much of a burden as one with few long ones. Null where nothing is limited.
 * The processes of one server count together; servers on several machines do not.
 */
export function ratesFor({ requests, seconds }: Access['rates']) {
  const byCount: Quota | null = requests
    ? { policy: 'requests', what: 'requests', limiter: limiterOf('requests', requests) }
    : null;
  const byTime: Quota | null = seconds
    ? {
        policy: 'time',
        what: 'time',
        unit: 'milliseconds',
        limiter: limiterOf('time', seconds * 1_000),
      }
    : null;
  const quotas = [byCount, byTime].filter((quota) => quota !== null);
  if (quotas.length === 0) return null;
  const policies = quotas
    .map(
      ({ policy, unit, limiter }) =>
        `"${policy}";q=${limiter.points};w=${window}${unit ? `;qu="${unit}"` : ''}`,
    )
    .join(', ');
  return {
    /** Counts one more request. Throws a GraphQLError for one too many. */
    async admit(caller: string): Promise<void> {
      const asked = byCount && (await byCount.limiter.penalty(caller, 1));
      if (byCount && asked) refuseAbove(byCount, asked);
      const spent = byTime && (await byTime.limiter.get(caller));
      if (byTime && spent) refuseAbove(byTime, spent);
    },
    async spend(caller: string, milliseconds: number): Promise<void> {
      await byTime?.limiter.penalty(caller, Math.ceil(milliseconds));
    },
    /** The headers of draft-ietf-httpapi-ratelimit-headers-10. */
    async headersFor(caller: string): Promise<Readonly<Record<string, string>>> {
      const states = await Promise.all(
        quotas.map(async ({ policy, limiter }) => {
          const state = await limiter.get(caller);
          return `"${policy}";r=${state?.remainingPoints ?? limiter.points};t=${state ? secondsLeft(state) : window}`;
        }),
      );
      return { ratelimit: states.join(', '), 'ratelimit-policy': policies };
    },
  };
}

/** A worker asks the first process, where src/workers/serve.ts has the counts kept. */
function limiterOf(keyPrefix: string, points: number): RateLimiterAbstract {
  const quota = { keyPrefix, points, duration: window };
  return isWorker ? new RateLimiterCluster(quota) : new RateLimiterMemory(quota);
}

function refuseAbove({ what, limiter }: Quota, state: RateLimiterRes): void {
  if (state.consumedPoints > limiter.points) throw tooMuch(what, secondsLeft(state));
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
