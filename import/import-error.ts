/** The import cannot begin or go on. Nothing is half done: what was written is whole in itself. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
  }
}
