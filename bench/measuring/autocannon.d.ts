/** What the benchmark uses of the package, which only bench/package.json installs. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Client {
    setRequests(requests: readonly object[]): void;
  }

  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Requests, after which it ends. */
    readonly amount?: number;
    /** Seconds, after which it ends. */
    readonly duration?: number;
    /** Seconds that one answer may take. */
    readonly timeout: number;
    /** Milliseconds between looks whether it is over. */
    readonly sampleInt: number;
    readonly requests: readonly object[];
    readonly setupClient: (client: Client) => void;
    readonly verifyBody: (body: string) => boolean;
  }

  export interface Result {
    readonly errors: number;
    readonly mismatches: number;
    readonly non2xx: number;
  }

  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
