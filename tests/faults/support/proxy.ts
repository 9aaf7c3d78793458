import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pipeline, Transform } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

export interface BadNetwork {
  /** Milliseconds that everything takes longer, each way. */
  readonly latency: number;
  /** Asked for each piece that passes: whether the connection is reset instead. */
  readonly resets: () => boolean;
}

export interface Proxy {
  readonly port: number;
  /** How many connections it has reset. */
  readonly resets: number;
  close(): Promise<void>;
}

/** Stands on 127.0.0.1 between a client and a port, and makes the network between them a bad one. */
export async function startProxy(to: number, { latency, resets }: BadNetwork): Promise<Proxy> {
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(to, '127.0.0.1');
    const reset = () => {
      count++;
      client.resetAndDestroy();
      database.resetAndDestroy();
    };
    const passing = () =>
      new Transform({
        async transform(piece, _encoding, passed) {
          await pause(latency);
          if (resets()) reset();
          else passed(null, piece);
        },
      });
    for (const socket of [client, database]) {
      open.add(socket.setNoDelay());
      socket.on('close', () => open.delete(socket));
    }
    pipeline(client, passing(), database, passing(), client, () => {
      client.destroy();
      database.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get resets() {
      return count;
    },
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
