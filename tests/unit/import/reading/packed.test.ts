import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readNdjson } from '../../../../import/read/ndjson.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();
const line = (key: string) => `{"kind":"entity","key":"${key}","type":"Person","nameEn":"X"}\n`;
const read = async (name: string, content: Buffer) =>
  readingsOf(readNdjson(await folder.file(name, content)));

test('gzip is unpacked, of several members, and whatever the file is named', async () => {
  const packed = Buffer.concat([gzipSync(line('a')), gzipSync(line('b'))]);
  for (const name of ['x.ndjson.gz', 'x.ndjson']) {
    const { values, refused } = await read(name, packed);
    expect(values).toMatchObject([{ key: 'a' }, { key: 'b' }]);
    expect(refused).toEqual([]);
  }
});

test('a file that is cut off is said to be so, and what came before the cut stands', async () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `p-${i}-${(i * 7919) % 20_011}`);
  const packed = gzipSync(keys.map(line).join(''));
  const { values, refused } = await read('cut.ndjson.gz', packed.subarray(0, packed.length / 2));
  expect(values.length).toBeGreaterThan(1_000);
  expect(values.length).toBeLessThan(keys.length);
  expect(refused).toEqual([
    expect.stringMatching(new RegExp(`^${values.length + 1} FILE the gzip file is cut off`)),
  ]);
  const onlyTrailer = await read('trailer.ndjson.gz', packed.subarray(0, packed.length - 4));
  expect(onlyTrailer.refused).toEqual([expect.stringContaining('cut off')]);
});

test('a file that is damaged is said to be so', async () => {
  const packed = gzipSync(line('a').repeat(3));
  packed.writeUInt32LE(7, packed.length - 8);
  const { refused } = await read('damaged.ndjson.gz', packed);
  expect(refused).toEqual([expect.stringContaining('the gzip file is damaged')]);
});

test('a bomb is stopped long before it has unpacked, and the limit is named', async () => {
  const lines = Buffer.alloc(200 * 2 ** 20, `${' '.repeat(999)}\n`);
  const packed = gzipSync(lines);
  const before = process.memoryUsage().rss;
  const { values, refused } = await read('bomb.ndjson.gz', packed);
  expect(values).toEqual([]);
  expect(refused).toEqual([expect.stringContaining('unpacks to more than 200 times its size')]);
  const stopped = Number(refused[0]?.split(' ')[0]);
  expect(stopped * 1_000).toBeLessThan(packed.length * 200 + 2 ** 20);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
});

test.each([
  ['x.ndjson.gz', line('a'), 'named .gz, but this is no gzip'],
  ['x.ndjson.gz', '', 'named .gz, but this is no gzip'],
  ['x.ndjson', 'PK\u0003\u0004 and so on', 'zip archive or a workbook'],
  ['x.ndjson', 'BZh91AY', 'bzip2'],
])('%s that begins with %j says what it is', async (name, content, message) => {
  const { values, refused } = await read(name, Buffer.from(content));
  expect(values).toEqual([]);
  expect(refused).toEqual([expect.stringContaining(message)]);
});

test('UTF-16 and Latin-1 are named inside gzip as well', async () => {
  const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(line('a'), 'utf16le')]);
  expect((await read('a.ndjson.gz', gzipSync(utf16))).refused).toEqual([
    '1 ENCODING this is UTF-16; save the file as UTF-8',
  ]);
  const latin1 = Buffer.from(`${line('a')}{"kind":"M\xfcnchen"}\n${line('b')}`, 'latin1');
  const { values, refused } = await read('b.ndjson.gz', gzipSync(latin1));
  expect(values).toMatchObject([{ key: 'a' }, { key: 'b' }]);
  expect(refused).toEqual([expect.stringContaining('2 ENCODING not valid UTF-8')]);
});

test('a long line costs itself and no memory', async () => {
  const long = Buffer.concat([
    Buffer.from(line('a')),
    Buffer.alloc(60 * 2 ** 20, 'x'),
    Buffer.from(`\n${line('b')}`),
  ]);
  const path = await folder.file('long.ndjson', long);
  const before = process.memoryUsage().rss;
  const { values, refused } = await readingsOf(readNdjson(path));
  expect(values).toMatchObject([{ key: 'a' }, { key: 'b' }]);
  expect(refused).toEqual(['2 TOO_LONG a line of more than 1 MB']);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 2 ** 20);
});
