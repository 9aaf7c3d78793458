import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from './take-in.ts';

/** Shows how far an import has come: a bar on a terminal, a line every ten seconds elsewhere. */
export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Says once what begins now, where there is nothing to count. */
  say(message: string): void;
  end(): void;
}

export function progressOn(stream: NodeJS.WriteStream): ProgressDisplay {
  const display = stream.isTTY ? barOn(stream) : linesOn(stream);
  let said = '';
  return {
    ...display,
    say(message) {
      if (message === said) return;
      said = message;
      display.end();
      stream.write(`${message}\n`);
    },
  };
}

type Counting = Omit<ProgressDisplay, 'say'>;

const verbs = { read: 'Reading', check: 'Checking', write: 'Writing' } as const;
const knownTotal = '{verb} [{bar}] {value}/{total} · {rate} · {eta_formatted} left';

function barOn(stream: NodeJS.WriteStream): Counting {
  const rateOf = rates();
  let bar: SingleBar | null = null;
  let current = '';
  return {
    show(progress) {
      const { phase, done, total } = progress;
      const payload = { verb: verbs[phase], rate: rateOf(progress) };
      if (phase !== current) {
        bar?.stop();
        current = phase;
        const format = total > 0 ? knownTotal : '{verb} {value} · {rate}';
        const options = { stream, format, hideCursor: true, clearOnComplete: true };
        bar = new SingleBar(options, Presets.shades_classic);
        bar.start(total, 0, payload);
      }
      bar?.update(done, payload);
    },
    end() {
      bar?.stop();
    },
  };
}

function linesOn(stream: NodeJS.WriteStream): Counting {
  const rateOf = rates();
  let next = Date.now() + 10_000;
  return {
    show(progress) {
      const rate = rateOf(progress);
      if (Date.now() < next) return;
      next = Date.now() + 10_000;
      const { phase, done, total } = progress;
      stream.write(`${verbs[phase]} ${done}${total > 0 ? `/${total}` : ''} · ${rate}\n`);
    },
    end() {},
  };
}

/** Records a second since the phase began. */
function rates(): (progress: ImportProgress) => string {
  let current = '';
  let begun = 0;
  return ({ phase, done }) => {
    if (phase !== current) begun = Date.now();
    current = phase;
    return `${Math.round((done * 1_000) / Math.max(1, Date.now() - begun))}/s`;
  };
}
