import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, lines } from '../../../import/read/lines.ts';

async function linesIn(chunks: readonly Buffer[], most?: number): Promise<Line[]> {
  const read: Line[] = [];
  for await (const line of lines(streamed(chunks), most)) read.push(line);
  return read;
}

async function* streamed(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

test('lines are the same however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[a-zé雷\n\r]{0,9}$/)), async (parts) => {
      const bytes = Buffer.from(parts.join(''));
      const whole = await linesIn([bytes]);
      expect(await linesIn(Array.from(bytes, (byte) => Buffer.of(byte)))).toEqual(whole);
      const texts = whole.map(({ bytes: line }) => line?.toString());
      const expected = bytes
        .toString()
        .split('\n')
        .map((line) => line.replace(/\r$/, ''));
      if (bytes.length === 0 || bytes.at(-1) === 10) expected.pop();
      expect(texts).toEqual(expected);
    }),
  );
});

test('a line that is too long is passed over, and the next has its number', async () => {
  const read = await linesIn([Buffer.from('ab\nabcdef'), Buffer.from('ghi\ncd\n')], 4);
  expect(read.map(({ number, bytes }) => [number, bytes?.toString()])).toEqual([
    ...[
      [1, 'ab'],
      [2, undefined],
      [3, 'cd'],
    ],
  ]);
});
