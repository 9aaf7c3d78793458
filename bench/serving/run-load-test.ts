import { loadavg } from 'node:os';
import { Command } from 'commander';
import { fullSize, quickSize } from '../graph/size.ts';
import { residentMegabytes } from '../measuring/cpu-time.ts';
import { type GraphUnderTest, openGraph } from '../measuring/graph-under-test.ts';
import { pick } from '../measuring/pick.ts';
import { type BenchRequest, graphqlRequests } from '../measuring/request.ts';
import { wholeNumber } from '../option-values.ts';
import { machineFacts } from '../report/machine.ts';
import { writeSection } from '../report/performance-page.ts';
import { goalsOf, loadReport, type Memory, type Served } from './load-report.ts';
import { mix, type Share } from './mix.ts';
import { type Answers, runShare } from './run-share.ts';

/** Requests of each kind by one client alone. */
const askedAlone = 300;

/** As the product has them: what takes longer is refused, and counts as a failure. */
const settings = {
  ...{ CLAIMGRAPH_STATEMENT_TIME: '', CLAIMGRAPH_TRAVERSAL_TIME: '' },
  CLAIMGRAPH_REQUEST_TIME: '',
};

interface Asked extends Share {
  readonly requests: readonly BenchRequest[];
}

/** Sixteen clients read at once. Prints how long they wait, and is 1 where a goal is missed. */
export async function runLoadTest(argv: readonly string[]): Promise<0 | 1> {
  const command = new Command('bench:load')
    .description(
      'Sixteen clients read from the server at once; exit code 1 where a goal is missed.',
    )
    .option('--quick', 'on 10,000 entities instead of 100,000', false)
    .option('--seconds <n>', 'for how long', wholeNumber, 30);
  command.parse(argv as string[]);
  const { quick, seconds } = command.opts<{ readonly quick: boolean; readonly seconds: number }>();
  const graph = await openGraph(quick ? quickSize : fullSize, ['ours'], say, { settings });
  try {
    const { served, memory } = await measure(graph, seconds);
    const report = `Written by \`npm run bench:load\`.

${await factsOf(graph)}

${loadReport(served, memory, seconds)}`;
    if (quick) process.stdout.write(`${report}\n`);
    else say(`written: ${writeSection('load', report)}`);
    for (const { share, loaded } of served) {
      if (loaded.problem) say(`${share.name}: ${loaded.problem}`);
    }
    return goalsOf(served).every(({ isMet }) => isMet) ? 0 : 1;
  } finally {
    await graph.close();
  }
}

async function factsOf({ size: { entities, relations } }: GraphUnderTest): Promise<string> {
  const facts = [
    ...(await machineFacts(['neo4j-driver', 'autocannon'])),
    `${entities} entities, ${relations} relations`,
    `the server, its database and the clients share the processors; load average ${loadavg()[0]?.toFixed(1)}`,
  ];
  return facts.map((fact) => `- ${fact}`).join('\n');
}

async function measure({ driver, neo4j, servers }: GraphUnderTest, seconds: number) {
  const [server] = servers;
  if (!server) throw new Error('no server runs');
  const asked: Asked[] = [];
  for (const share of mix) {
    const question = { ...share, essence: () => null };
    const requests = graphqlRequests(share.document, await pick(driver, question));
    asked.push({ ...share, requests });
  }
  const together = () =>
    Promise.all(
      asked.map(({ connections, requests }) =>
        runShare(server.url, requests, connections, { duration: seconds }),
      ),
    );
  say('warming up');
  await together();
  say('one client alone');
  const alone: Answers[] = [];
  for (const { requests } of asked) {
    alone.push(await runShare(server.url, requests, 1, { amount: askedAlone }));
  }
  say('all at once');
  const resident = () => [server.pid, neo4j.pid].map(residentMegabytes);
  const before = resident();
  const loaded = await together();
  const after = resident();
  const served: Served[] = asked.flatMap((share, index) => {
    const [idle, under] = [alone[index], loaded[index]];
    return idle && under ? [{ share, idle, loaded: under }] : [];
  });
  const memory: Memory[] = ['server', 'Neo4j'].map((process, index) => ({
    ...{ process, before: before[index] ?? null, after: after[index] ?? null },
  }));
  return { served, memory };
}

function say(message: string): void {
  process.stderr.write(
    `${String(Math.round(performance.now() / 1_000)).padStart(5)} s  ${message}\n`,
  );
}
