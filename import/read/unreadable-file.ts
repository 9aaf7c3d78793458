/** A file of which no more can be read. What was read before stands. */
export class UnreadableFile extends Error {
  readonly code: 'FILE' | 'TOO_LONG';
  /** Where reading ended, from 1. */
  line = 1;

  constructor(code: UnreadableFile['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}
