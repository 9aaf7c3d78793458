import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from './take-in.ts';

/** Shows how far an import has come: a bar on a terminal, a line every ten seconds elsewhere. */
export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Says once what begins now, where there is nothing to count. */
  say(message: string): void;
  end(): void;
}

type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

export function progressOn(stream: Screen): ProgressDisplay {
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

function barOn(stream: Screen): Counting {
  const paceOf = paces();
  let bar: SingleBar | null = null;
  let current = '';
  return {
    show(progress) {
      const { phase, done, total } = progress;
      const payload = { verb: verbs[phase], pace: paceOf(progress) };
      if (phase !== current) {
        bar?.stop();
        current = phase;
        const format =
          total > 0 ? '{verb} [{bar}] {value}/{total} · {pace}' : '{verb} {value} · {pace}';
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

function linesOn(stream: Screen): Counting {
  const paceOf = paces();
  let next = Date.now() + 10_000;
  return {
    show(progress) {
      const pace = paceOf(progress);
      if (Date.now() < next) return;
      next = Date.now() + 10_000;
      const { phase, done, total } = progress;
      stream.write(`${verbs[phase]} ${done}${total > 0 ? `/${total}` : ''} · ${pace}\n`);
    },
    end() {},
  };
}

/** Records a second since the phase began, how many were refused, and the time that is left. */
function paces(): (progress: ImportProgress) => string {
  let current = '';
  let begun = 0;
  return ({ phase, done, total, rejected }) => {
    if (phase !== current) begun = Date.now();
    current = phase;
    const rate = (done * 1_000) / Math.max(1, Date.now() - begun);
    const left = total > 0 && rate > 0 ? [`${inWords((total - done) / rate)} left`] : [];
    const refused = rejected > 0 ? [`${rejected} rejected`] : [];
    return [`${Math.round(rate)}/s`, ...refused, ...left].join(' · ');
  };
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
