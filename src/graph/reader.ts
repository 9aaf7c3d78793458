import type { CompiledQuestion } from './question.ts';
import type { Requester } from './statement-run.ts';

/** Answers questions. */
export interface GraphReader {
  read<Row>(question: CompiledQuestion<Row>): Promise<Row[]>;
  /** Answers until a time in milliseconds since 1970; later questions have timed out. */
  until(end: number): GraphReader;
  /** Ends what runs, and asks nothing more, when nobody waits for the answer any longer. */
  while(signal: AbortSignal): GraphReader;
  /** Answers from a state of the graph that has what these bookmarks stand for. */
  after(bookmarks: readonly string[]): GraphReader;
  /** Answers on telling of a request, which is told of each statement that it took. */
  telling(request: Requester): GraphReader;
}

export interface ReadConditions {
  /** In milliseconds since 1970. */
  readonly end?: number;
  readonly after?: readonly string[];
  readonly requester?: Requester;
  readonly signal?: AbortSignal | undefined;
}

interface ConditionalReader {
  read<Row>(question: CompiledQuestion<Row>, conditions: ReadConditions): Promise<Row[]>;
}

/** Asks another one, always under the same conditions. */
export function readerUnder(conditions: ReadConditions, asked: ConditionalReader): GraphReader {
  const { end = Number.POSITIVE_INFINITY, after = [] } = conditions;
  const under = (more: ReadConditions) => readerUnder({ ...conditions, ...more }, asked);
  return {
    read: (question) => asked.read(question, conditions),
    until: (sooner) => under({ end: Math.min(sooner, end) }),
    while: (signal) => under({ signal }),
    after: (bookmarks) => under({ after: [...after, ...bookmarks] }),
    telling: (requester) => under({ requester }),
  };
}

/** Answers as a graph would that holds nothing. */
export const emptyReader: GraphReader = {
  read: async () => [],
  until: () => emptyReader,
  while: () => emptyReader,
  after: () => emptyReader,
  telling: () => emptyReader,
};
