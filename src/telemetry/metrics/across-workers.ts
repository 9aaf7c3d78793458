import cluster, { type Worker } from 'node:cluster';
import type { MetricObjectWithValues, MetricValue } from 'prom-client';
import type { Metrics } from './metrics.ts';

type Figures = MetricObjectWithValues<MetricValue<string>>[];

interface Asked {
  readonly claimgraphMetrics: 'asked';
  readonly question: number;
}

interface Told {
  readonly claimgraphMetrics: 'told';
  readonly question: number;
  readonly figures: Figures;
}

/** Milliseconds. One that only just starts does not listen yet, and is there the next time. */
const patience = 1_000;

/** Lets the first process ask this one for its figures. */
export function tellFirstProcess(metrics: Metrics): void {
  process.on('message', async (message: Partial<Asked>) => {
    if (message.claimgraphMetrics !== 'asked' || message.question === undefined) return;
    const { question } = message;
    const told: Told = { claimgraphMetrics: 'told', question, figures: await metrics.read() };
    process.send?.(told);
  });
}

let questions = 0;

/** The figures of each process that serves and answers in time. */
export async function askWorkers(): Promise<Figures[]> {
  questions += 1;
  const question = questions;
  const connected = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected());
  const answers = await Promise.all(
    connected.map((worker) => (worker ? ask(worker, question) : null)),
  );
  return answers.filter((figures) => figures !== null);
}

function ask(worker: Worker, question: number): Promise<Figures | null> {
  return new Promise((resolve) => {
    const done = (figures: Figures | null) => {
      clearTimeout(timer);
      worker.off('message', hear).off('exit', gone);
      resolve(figures);
    };
    const timer = setTimeout(() => done(null), patience);
    const gone = () => done(null);
    const hear = (message: Partial<Told>) => {
      if (message.claimgraphMetrics !== 'told' || message.question !== question) return;
      done(message.figures ?? null);
    };
    worker.on('message', hear).once('exit', gone);
    const asked: Asked = { claimgraphMetrics: 'asked', question };
    // It may have gone since it was looked at.
    worker.send(asked, (error) => {
      if (error) done(null);
    });
  });
}
