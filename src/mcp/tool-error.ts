import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';

/** Something that the model can mend, or has to tell its user; the message is shown as it is. */
export class ToolError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ToolError';
  }
}

/** What a model may see of an error. The rest is for the log. */
export function shownError(error: unknown, tool: string, log: Logger): CallToolResult {
  const shown = error instanceof ToolError;
  if (!shown || error.cause) log.error({ err: error, tool }, 'a tool failed');
  const text = shown ? error.message : 'Something went wrong in the server. Its log says what.';
  return { content: [{ type: 'text', text }], isError: true };
}
