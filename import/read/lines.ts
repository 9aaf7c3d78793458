import { limits } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where the line is longer than is taken. */
  readonly bytes: Buffer | null;
}

/** Cuts a stream into lines without ever holding more than one of them. */
export async function* lines(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number = limits.lineBytes,
): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let number = 1;
  const take = (part: Buffer) => {
    heldBytes += part.length;
    if (heldBytes > mostBytes) held = [];
    else held.push(part);
  };
  const finish = (): Line => {
    const bytes = heldBytes > mostBytes ? null : withoutReturn(Buffer.concat(held));
    held = [];
    heldBytes = 0;
    return { number: number++, bytes };
  };
  try {
    for await (const chunk of chunks) {
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        take(chunk.subarray(start, end));
        yield finish();
        start = end + 1;
      }
      take(chunk.subarray(start));
    }
  } catch (error) {
    if (error instanceof UnreadableFile) error.line = number;
    throw error;
  }
  if (heldBytes > 0) yield finish();
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line;
}
