import { constants } from 'node:os';

/** The import cannot begin or go on. Nothing is half done: what was written is whole in itself. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
  }
}

/** Another import is under way, and has been for as long as this one would wait. */
export class ImportBusy extends ImportError {
  constructor() {
    super('Another change of the graph is under way. Try again when it is done.');
    this.name = 'ImportBusy';
  }
}

/** Somebody asked the import to end before it was done. */
export class ImportStopped extends ImportError {
  /** As a shell gives it for a process that the signal ended: 130, 143. */
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM', left: string) {
    super(`Stopped by ${signal}. ${left}`);
    this.name = 'ImportStopped';
    this.exitCode = 128 + constants.signals[signal];
  }
}
