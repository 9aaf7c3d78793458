import type { ExecutionArgs } from 'graphql';
import { type Root, rootsOf } from './roots.ts';
import { type Settled, settledSchema } from './settled.ts';
import { Unwritten } from './unwritten.ts';
import { type WrittenResult, writtenResult } from './written-result.ts';

type Execute<Result> = (args: ExecutionArgs) => Result;

/**
 * Executes a query. Where the whole answer follows from what its fields at the root resolve to, it is
 * written as JSON; `execute` has the rest: other operations, what is loaded on the way, and every answer
 * with an error in it. It is told what the fields at the root have come to, so that nothing is asked twice.
 */
export function executeWriting<Result>(
  args: ExecutionArgs,
  execute: Execute<Result>,
  onWritten: () => void,
): Result | Promise<Awaited<Result> | WrittenResult> {
  const roots = rootsOf(args);
  if (!roots) return execute(args);
  return settle(roots).then((settled) => {
    const text = textOf(roots, settled);
    if (text !== null) {
      onWritten();
      return writtenResult(text);
    }
    const schema = settledSchema(args.schema);
    return execute({ ...args, schema, rootValue: settled }) as Awaited<Result>;
  });
}

async function settle(roots: readonly Root[]): Promise<Settled> {
  const results = await Promise.allSettled(roots.map(async ({ resolve }) => resolve()));
  return new Map(
    roots.map(({ key }, index) => [key, results[index] as PromiseSettledResult<unknown>]),
  );
}

function textOf(roots: readonly Root[], settled: Settled): string | null {
  let text = '{';
  for (const { key, write, giveUp } of roots) {
    const result = settled.get(key);
    if (result?.status !== 'fulfilled') return null;
    try {
      text += `${text === '{' ? '' : ','}"${key}":${write(result.value)}`;
    } catch (error) {
      if (error instanceof Unwritten && error.forGood) giveUp();
      // Whatever else it is happens to the executor too, which says what and where.
      return null;
    }
  }
  return `${text}}`;
}
