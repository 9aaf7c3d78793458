/**
 * The driver writes down the stack of each statement for the case that it fails: with source maps, the
 * dearest part of a small question. What we throw is translated and has a stack of its own.
 */
export function withoutStack<Result>(start: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return start();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
