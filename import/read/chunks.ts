import { createReadStream } from 'node:fs';
import { gunzip } from './gunzip.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What standard input is called in reports and rejects. */
export const standardInput = 'stdin';

/**
 * The bytes of a file or of standard input, unpacked where they are gzip, whatever the file is named.
 * Throws {@link UnreadableFile}.
 */
export async function* chunks(file: string): AsyncGenerator<Buffer> {
  const source = streamOf(file);
  try {
    const begin = await beginning(source);
    const whole = joined(begin, source);
    const form = packedForm(begin);
    if (form === 'gzip') yield* gunzip(whole);
    else if (form) throw new UnreadableFile('FILE', form);
    else if (file.endsWith('.gz')) {
      throw new UnreadableFile(
        'FILE',
        'named .gz, but this is no gzip; rename it, or pack it anew',
      );
    } else yield* whole;
  } finally {
    // Whoever writes to standard input is not left waiting.
    await source.return(undefined);
  }
}

async function* streamOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* file === standardInput ? process.stdin : createReadStream(file);
  } catch (cause) {
    const { code } = Object(cause);
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
    throw new UnreadableFile('FILE', why, { cause });
  }
}

/** Enough of a stream to tell what it is: it may come byte by byte. */
async function beginning(source: AsyncIterator<Buffer>): Promise<Buffer> {
  let begin = Buffer.alloc(0);
  while (begin.length < 6) {
    const { value, done } = await source.next();
    if (done) break;
    begin = Buffer.concat([begin, value]);
  }
  return begin;
}

async function* joined(begin: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (begin.length > 0) yield begin;
  yield* rest;
}

/** `gzip`, or what to do about another packed form; null for none. */
function packedForm(begin: Buffer): string | null {
  const starts = (hex: string) => begin.toString('hex').startsWith(hex);
  if (starts('1f8b')) return 'gzip';
  if (starts('504b0304'))
    return 'this is a zip archive or a workbook; unpack it, or save it as CSV';
  if (starts('28b52ffd')) return 'this is packed with zstd; unpack it, or use gzip';
  if (starts('fd377a585a00')) return 'this is packed with xz; unpack it, or use gzip';
  if (starts('425a68')) return 'this is packed with bzip2; unpack it, or use gzip';
  return null;
}
