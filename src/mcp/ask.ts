import { z } from 'zod';
import { operations } from './operations.ts';
import { ToolError } from './tool-error.ts';

/** Asks one of our operations. Throws {@link ToolError} for what a model can do something about. */
export type Ask = <Data>(
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Data>;

/** Sends the body of a GraphQL request, to a server or to ourselves. */
export type Post = (body: string) => Promise<Response>;

/** How one client's questions are sent, whose Authorization header may come along. */
export type PostFor = (authorization?: string) => Post;

const Answer = z.object({
  data: z.unknown().nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

const noAccess =
  'The Claimgraph server does not let us in: this MCP server wants CLAIMGRAPH_API_KEY, or over HTTP an Authorization header with each request, with a key that may read.';
const tooMany = 'The Claimgraph server gets too many requests. Wait a while, then ask again.';

/** What these codes come with is written for whoever asked. */
const forTheModel = new Set(['BAD_USER_INPUT', 'GRAPH_UNAVAILABLE', 'QUERY_TIMED_OUT']);
const problemOfStatus = new Map([
  [401, noAccess],
  [403, noAccess],
  [429, tooMany],
]);
const problemOfCode = new Map([
  ['UNAUTHENTICATED', noAccess],
  ['FORBIDDEN', noAccess],
]);

export function askThrough(post: Post): Ask {
  return async <Data>(operation: string, variables: Readonly<Record<string, unknown>>) => {
    const query = operations.get(operation);
    const response = await post(JSON.stringify({ query, variables, operationName: operation }));
    const problem = problemOfStatus.get(response.status);
    if (problem) throw new ToolError(problem);
    const { data, errors } = Answer.parse(await response.json());
    const [error] = errors ?? [];
    if (error) throw problemIn(error.message, error.extensions?.code, operation);
    return data as Data;
  };
}

function problemIn(message: string, code = 'none', operation: string): Error {
  if (forTheModel.has(code)) return new ToolError(message);
  const problem = problemOfCode.get(code);
  return problem ? new ToolError(problem) : new Error(`${operation}: ${code}: ${message}`);
}
