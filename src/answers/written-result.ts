import type { ExecutionResult } from 'graphql';

/** An answer whose data is JSON already; whoever looks at it reads it from there. */
export interface WrittenResult extends ExecutionResult {
  /** Yoga calls it with the result, or with a copy that has more to it. */
  readonly stringify: (result: ExecutionResult) => string;
}

export function writtenResult(data: string): WrittenResult {
  return {
    get data() {
      return JSON.parse(data) as Record<string, unknown>;
    },
    stringify: ({ extensions }) =>
      extensions === undefined
        ? `{"data":${data}}`
        : `{"data":${data},"extensions":${JSON.stringify(extensions)}}`,
  };
}
