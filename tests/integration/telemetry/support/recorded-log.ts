import { Writable } from 'node:stream';
import { pino } from 'pino';

/** A log that is kept as text, and read as the objects that it holds. */
export function recordedLog(level = 'info') {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return {
    log: pino({ level, base: null }, stream),
    text: () => text,
    lines: () => linesOf(text),
  };
}

/** Of standard output, which has the banner too. */
export function linesOf(text: string) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
