import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { limits } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Unpacks gzip, of several members too. Throws {@link UnreadableFile} where it is cut or a bomb. */
export async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = { packed: 0, unpacked: 0 };
  const stream = createGunzip();
  // What goes wrong is thrown where the stream is read.
  pipeline(Readable.from(counted(packed, bytes)), stream, () => {});
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes.unpacked += chunk.length;
      if (isBomb(bytes)) throw new UnreadableFile('TOO_LONG', bombMessage);
      yield chunk;
    }
  } catch (error) {
    throw gzipProblem(error);
  } finally {
    stream.destroy();
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, bytes: { packed: number }) {
  for await (const chunk of chunks) {
    bytes.packed += chunk.length;
    yield chunk;
  }
}

function isBomb({ packed, unpacked }: { packed: number; unpacked: number }): boolean {
  return unpacked > limits.gzipFreeBytes && unpacked > packed * limits.gzipRatio;
}

const bombMessage = `unpacks to more than ${limits.gzipRatio} times its size; what comes after is not read: import it unpacked`;

function gzipProblem(error: unknown): unknown {
  const { code } = Object(error);
  if (code === 'Z_BUF_ERROR') {
    const message = 'the gzip file is cut off; what is missing is not read: get the whole file';
    return new UnreadableFile('FILE', message, { cause: error });
  }
  if (code === 'Z_DATA_ERROR') {
    const message = 'the gzip file is damaged; what comes after is not read: get it anew';
    return new UnreadableFile('FILE', message, { cause: error });
  }
  return error;
}
