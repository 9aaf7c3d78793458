import { applyLoad, type Sample } from './load.ts';
import { mostConnections, type Task } from './task.ts';

/** One server under one question with so many connections: a sample of each round. */
export interface Cell {
  readonly task: Task;
  readonly connections: number;
  readonly samples: Sample[];
}

export interface RoundOptions {
  /** Tasks that are compared with each other, group by group. */
  readonly groups: readonly (readonly Task[])[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Seconds that one run is to take. */
  readonly window: number;
  /** Seconds in which a server, and the database behind it, gets warm for one task. */
  readonly warmUp: number;
  readonly say: (message: string) => void;
}

/**
 * Measures in rounds: in each, the tasks of a group come right after one another, so that whatever
 * else the machine does meanwhile meets all of them alike. Each round starts with another: the first
 * warms the database for the next.
 */
export async function measureRounds(options: RoundOptions): Promise<Cell[]> {
  const { groups, connections, rounds, window, warmUp, say } = options;
  const pace = new Pace();
  for (const task of groups.flat()) {
    say(`warming up ${task.server.name} with ${task.question}`);
    // The first two say how many fit. V8 and Java compile during all three: at its first thousand
    // requests our server takes twice as long as afterwards.
    for (const seconds of [0, warmUp / 4, warmUp]) await pace.run(task, 4, seconds);
  }
  const cells = new Map<Task, Cell[]>();
  for (let round = 1; round <= rounds; round++) {
    for (const group of groups) {
      say(`round ${round} of ${rounds}: ${group[0]?.question}`);
      for (const [at, connected] of connections.entries()) {
        for (const task of startingAt(group, round)) {
          if (connected > mostConnections(task)) continue;
          const ofTask = cells.get(task) ?? [];
          cells.set(task, ofTask);
          ofTask[at] ??= { task, connections: connected, samples: [] };
          ofTask[at].samples.push(await pace.run(task, connected, window));
        }
      }
    }
  }
  return [...cells.values()].flat();
}

function startingAt<Item>(items: readonly Item[], offset: number): Item[] {
  const start = offset % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Makes runs about equally long: how many requests fit is known from the last run. */
class Pace {
  readonly #rates = new Map<Task, number>();

  async run(task: Task, connections: number, seconds: number): Promise<Sample> {
    const expected = (this.#rates.get(task) ?? 0) * seconds;
    // At the end of a run connections fall idle: two requests of each are the least.
    const amount = Math.max(connections * 2, Math.round(expected));
    const sample = await applyLoad({ ...task, connections, amount });
    this.#rates.set(task, sample.rate);
    return sample;
  }
}
