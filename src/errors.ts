/** Something in the environment keeps the process from working. Exit code 1, all problems at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The database cannot be reached, or has no connection to spare. Worth another try. */
export class GraphUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The graph cannot be reached right now. Try again in a few seconds.', options);
    this.name = 'GraphUnavailableError';
  }
}

/** The database gave up on a query after its time was over. */
export class QueryTimedOutError extends Error {
  constructor(options?: ErrorOptions) {
    super(
      'The answer takes too long. Ask for less: fewer hops, a smaller page, or a narrower filter.',
      options,
    );
    this.name = 'QueryTimedOutError';
  }
}

/** Something in the question is wrong; the message says what to change and is shown as it is. */
export class UserInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserInputError';
  }
}
