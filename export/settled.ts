import { z } from 'zod';
import { UserInputError } from '../src/errors.ts';
import { cypher } from '../src/graph/cypher.ts';
import { compileQuestion, question } from '../src/graph/question.ts';
import type { GraphReader } from '../src/graph/reader.ts';

const StateRow = z.object({ importing: z.boolean(), revisions: z.array(z.string()) });
type StateRow = z.infer<typeof StateRow>;

const graphState = question<Record<string, never>, StateRow>({
  name: 'export: state of the graph',
  row: StateRow,
  ask: () => cypher`
RETURN EXISTS { MATCH (l:ImportLease) WHERE l.until > datetime.realtime() } AS importing,
  COLLECT { MATCH (d:Dataset) RETURN d.key + ' ' + coalesce(d.revision, '') ORDER BY d.key } AS revisions`,
});

/**
 * Does work that reads the graph piece by piece. Throws a UserInputError where an import is under way
 * before or after it, or has ended meanwhile: the pieces would not fit together.
 */
export async function whileSettled(client: GraphReader, work: () => Promise<void>): Promise<void> {
  const [before] = await client.read(compileQuestion(graphState, {}));
  if (before?.importing) throw new UserInputError('An import is under way: export after its end.');
  await work();
  const [after] = await client.read(compileQuestion(graphState, {}));
  if (!after?.importing && JSON.stringify(before) === JSON.stringify(after)) return;
  throw new UserInputError(
    'An import changed the graph while it was exported: what was written does not fit together. Export again.',
  );
}
