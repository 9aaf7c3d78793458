import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { storedRedirects } from '../write/redirect-questions.ts';
import { Redirects } from './redirects.ts';

/** Nothing changes them while the caller holds the lease of the import. */
export async function readRedirects(run: Run) {
  const rows = await run(compileQuestion(storedRedirects, {}));
  return { outcomes: [], redirects: new Redirects(rows) };
}
