import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Variables } from '../queries/bench-query.ts';
import { queries } from '../queries/queries.ts';
import { openDriver, read } from './database.ts';
import { serve } from './listening.ts';

/**
 * As quick as it gets on this driver: a statement written by hand, and its answer as JSON. The path
 * names the query.
 */
const driver = openDriver();
const statements = new Map(queries.map(({ name, limit }) => [`/${name}`, limit]));

serve((request, response) => {
  const send = (status: number, answer: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  answer(request).then(
    (data) => send(200, { data }),
    (error: unknown) => send(500, { errors: [String(error)] }),
  );
});

async function answer(request: IncomingMessage): Promise<unknown> {
  const { variables } = (await json(request)) as { variables: Variables };
  const [row] = await read(driver, statements.get(request.url ?? '') ?? '', variables);
  return row;
}
