import * as driver from 'neo4j-driver-bolt-connection';

interface Bytes {
  position: number;
  getUInt8(at: number): number;
  writeUInt8(byte: number): void;
  reset(): void;
}

type Write = () => void;

/** What the driver's own types leave out. */
const { channel, packstream } = driver as unknown as {
  readonly channel: { alloc(size: number): Bytes };
  readonly packstream: {
    readonly v2: {
      readonly Packer: new (
        into: Bytes,
      ) => {
        packable(value: unknown): Write;
        packStruct(tag: number, fields: readonly Write[]): void;
      };
      readonly Unpacker: new () => {
        unpack(from: Bytes, struct: (read: { fields: unknown[] }) => unknown): unknown;
      };
    };
  };
};

export interface BoltMessage {
  readonly tag: number;
  /** As it came, without the chunks around it. */
  readonly bytes: Buffer;
}

export const tags = {
  ...{ goodbye: 0x02, reset: 0x0f, run: 0x10, begin: 0x11, commit: 0x12, rollback: 0x13 },
  ...{ route: 0x66, success: 0x70, record: 0x71, failure: 0x7f },
} as const;

/** Puts messages together from the pieces of a connection. */
export class Dechunked {
  #pieces = Buffer.alloc(0);
  #message: Buffer[] = [];

  *add(piece: Buffer): Generator<BoltMessage> {
    this.#pieces = Buffer.concat([this.#pieces, piece]);
    for (;;) {
      if (this.#pieces.length < 2) return;
      const size = this.#pieces.readUInt16BE(0);
      if (this.#pieces.length < 2 + size) return;
      const chunk = this.#pieces.subarray(2, 2 + size);
      this.#pieces = this.#pieces.subarray(2 + size);
      if (size > 0) this.#message.push(chunk);
      else if (this.#message.length > 0) {
        const bytes = Buffer.concat(this.#message);
        this.#message = [];
        yield { tag: bytes.readUInt8(1), bytes };
      }
    }
  }
}

export function chunked(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 0xffff) {
    const chunk = bytes.subarray(at, at + 0xffff);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(chunk.length);
    chunks.push(size, chunk);
  }
  return Buffer.concat([...chunks, Buffer.alloc(2)]);
}

/** The fields of a request or a summary; integers as the driver's own. */
export function fieldsOf({ bytes }: BoltMessage): readonly unknown[] {
  const buffer = channel.alloc(bytes.length);
  for (const byte of bytes) buffer.writeUInt8(byte);
  buffer.reset();
  return new packstream.v2.Unpacker().unpack(buffer, ({ fields }) => fields) as unknown[];
}

export function messageOf(tag: number, ...fields: unknown[]): Buffer {
  const buffer = channel.alloc(64 * 1_024);
  const packer = new packstream.v2.Packer(buffer);
  packer.packStruct(
    tag,
    fields.map((field) => packer.packable(field)),
  );
  return Buffer.from(Array.from({ length: buffer.position }, (_, at) => buffer.getUInt8(at)));
}
