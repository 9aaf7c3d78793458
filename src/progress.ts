import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  readonly message: string;
  readonly done: number;
  readonly total: number;
}

/** A bar on a terminal; elsewhere a line whenever the message changes. Both on standard error. */
export function showProgress() {
  return process.stderr.isTTY ? bar() : lines();
}

function bar() {
  const single = new SingleBar(
    { format: '{bar} {value}/{total} {message}', clearOnComplete: true, hideCursor: true },
    Presets.rect,
  );
  let started = false;
  return {
    show: ({ message, done, total }: Progress) => {
      if (!started) single.start(total, done, { message });
      started = true;
      single.setTotal(total);
      single.update(done, { message });
    },
    end: () => single.stop(),
  };
}

function lines() {
  let shown = '';
  return {
    show: ({ message }: Progress) => {
      if (message !== shown) process.stderr.write(`${message}\n`);
      shown = message;
    },
    end: () => {},
  };
}
