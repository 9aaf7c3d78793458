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
  constructor(
    options?: ErrorOptions,
    message = 'The graph cannot be reached right now. Try again in a few seconds.',
  ) {
    super(message, options);
    this.name = 'GraphUnavailableError';
  }
}

/** The database has stopped to take anything, because it could not write to its disk. */
export class GraphFailedError extends GraphUnavailableError {
  constructor(options?: ErrorOptions) {
    super(
      options,
      'Neo4j could not write and must be started again. Most often its disk is full: make room first. Its log says more.',
    );
    this.name = 'GraphFailedError';
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

/** Whoever asked has hung up: there is nobody to tell. */
export class NobodyWaitsError extends Error {
  constructor() {
    super('Nobody waits for the answer any longer.');
    this.name = 'NobodyWaitsError';
  }
}

/** Something in the question is wrong; the message says what to change and is shown as it is. */
export class UserInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserInputError';
  }
}

/** The caller's key or token does not allow it. */
export class ForbiddenError extends Error {
  constructor() {
    super(
      'This key may not do that: it lacks the scope. Ask whoever runs this server for one that has it.',
    );
    this.name = 'ForbiddenError';
  }
}
