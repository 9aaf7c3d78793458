import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphSize } from '../graph/size.ts';
import { openGraph } from '../measuring/graph-under-test.ts';
import { applyLoad } from '../measuring/load.ts';
import { pick } from '../measuring/pick.ts';
import { graphqlRequests } from '../measuring/request.ts';
import type { Question } from '../queries/bench-query.ts';
import { figure, percent, table } from '../report/markdown.ts';
import { explainStatements } from './explain-statements.ts';
import { type SelfTime, selfTimes } from './self-times.ts';

/**
 * What one query costs our server and its database: a V8 profile under load, which is kept, and the
 * database's own profile of every statement. Both in words, as Markdown.
 */
export async function profileOf(
  question: Question,
  size: GraphSize,
  say: (message: string) => void,
): Promise<string> {
  const folder = resolve('.claimgraph', 'profiles');
  mkdirSync(folder, { recursive: true });
  const path = resolve(folder, `${question.name.replaceAll(' ', '-')}.cpuprofile`);
  rmSync(path, { force: true });
  const hook = new URL('./toggle-profiler.ts', import.meta.url).href;
  process.env.BENCH_PROFILE = path;
  const graph = await openGraph(size, ['ours'], say, { nodeOptions: ['--import', hook] });
  try {
    const [server] = graph.servers;
    if (!server) throw new Error('no server was started');
    const picked = await pick(graph.driver, question);
    const requests = graphqlRequests(question.document, picked);
    const task = { question: question.name, server, databasePid: graph.neo4j.pid, requests };
    say('warming up');
    let amount = 100;
    // Each run of five seconds by the speed of the one before; both compilers are done by the last.
    for (let run = 0; run < 3; run++) {
      const { rate } = await applyLoad({ ...task, connections: 10, amount });
      amount = Math.max(100, Math.round(rate * 5));
    }
    say('profiling');
    process.kill(server.pid, 'SIGUSR2');
    const sample = await applyLoad({ ...task, connections: 10, amount });
    process.kill(server.pid, 'SIGUSR2');
    while (!existsSync(path)) await pause(100);
    const profile = JSON.parse(readFileSync(path, 'utf8')) as Profiler.Profile;
    const { byPlace, byFunction } = selfTimes(profile);
    const statements = await explainStatements(
      ...([graph.neo4j, graph.driver, question.document, picked[0] ?? {}] as const),
    );
    return `## ${question.name}: ${figure(sample.rate)} requests/s, node ${figure(sample.serverCpu)} ms and JVM ${figure(sample.databaseCpu)} ms each

The profile is ${path}

${shares(byPlace.slice(0, 20))}

${shares(byFunction.slice(0, 30))}

${statements
  .map(
    ({ name, text, rows, dbHits, operators }) =>
      `### ${name}: ${rows} rows, ${dbHits} db hits\n\n\`\`\`cypher\n${text}\n\`\`\`\n\n${table([
        ['operator', 'rows', 'db hits'],
        ...operators.map((each) => [each.what, String(each.rows), String(each.dbHits)]),
      ])}`,
  )
  .join('\n\n')}`;
  } finally {
    await graph.close();
  }
}

function shares(times: readonly SelfTime[]): string {
  return table([
    ['where', 'of the busy time'],
    ...times.map(({ name, share }) => [name, percent(share)]),
  ]);
}
