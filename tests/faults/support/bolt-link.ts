import { connect, type Socket } from 'node:net';
import {
  type BoltMessage,
  chunked,
  Dechunked,
  fieldsOf,
  messageOf,
  tags,
} from './bolt-messages.ts';

/** What the member that a client is connected to makes of it. */
export interface Conduct {
  /** Whether it may write now. */
  readonly leads: () => boolean;
  /** A transaction or an auto-commit statement that begins here. */
  readonly onBegin: (begun: {
    readonly reads: boolean;
    readonly bookmarks: readonly string[];
  }) => void;
  /** The servers that it tells of. */
  readonly servers: () => readonly {
    readonly role: string;
    readonly addresses: readonly string[];
  }[];
}

interface Metadata {
  readonly mode?: string;
  readonly bookmarks?: readonly string[];
}

/** What is made of the answer to a request. */
type Answer = 'passed' | 'routed' | 'refused';

const handshakeLength = 20;

/** The one version of a handshake that would make it longer: the manifest. */
const manifest = 0xff;

/** Leads one connection to the real server, and speaks for the member where members differ. */
export function link(client: Socket, port: number, conduct: Conduct): Socket {
  const server = connect(port, '127.0.0.1').setNoDelay();
  const awaited: Answer[] = [];
  let transaction: 'none' | 'reads' | 'writes' = 'none';

  const begins = (metadata: Metadata = {}): boolean => {
    const reads = metadata.mode === 'r';
    const refused = !reads && !conduct.leads();
    if (!refused) conduct.onBegin({ reads, bookmarks: metadata.bookmarks ?? [] });
    return refused;
  };
  const isRefused = (message: BoltMessage): boolean => {
    const { tag } = message;
    const inTransaction = transaction !== 'none';
    if (tag === tags.begin) {
      const [metadata] = fieldsOf(message) as [Metadata];
      transaction = metadata.mode === 'r' ? 'reads' : 'writes';
      return begins(metadata);
    }
    if (tag === tags.run && !inTransaction) return begins(fieldsOf(message)[2] as Metadata);
    const refused = transaction === 'writes' && (tag === tags.run || tag === tags.commit);
    if (tag === tags.commit || tag === tags.rollback || tag === tags.reset) transaction = 'none';
    return refused && !conduct.leads();
  };

  const toServer = new Dechunked();
  let opening = Buffer.alloc(0);
  client.on('data', (piece: Buffer) => {
    let rest = piece;
    if (opening.length < handshakeLength) {
      const whole = Buffer.concat([opening, piece]);
      opening = whole.subarray(0, handshakeLength);
      rest = whole.subarray(handshakeLength);
      if (opening.length < handshakeLength) return;
      for (let at = 4; at < handshakeLength; at += 4) {
        if (opening[at + 3] === manifest) opening.fill(0, at, at + 4);
      }
      server.write(opening);
    }
    for (const message of toServer.add(rest)) {
      if (message.tag === tags.goodbye) {
        server.end(chunked(message.bytes));
      } else if (isRefused(message)) {
        awaited.push('refused');
        // The real server fails at it, and takes the transaction back.
        server.write(chunked(messageOf(tags.run, 'REFUSED', {}, {})));
      } else {
        awaited.push(message.tag === tags.route ? 'routed' : 'passed');
        server.write(chunked(message.bytes));
      }
    }
  });

  const toClient = new Dechunked();
  let version = Buffer.alloc(0);
  server.on('data', (piece: Buffer) => {
    let rest = piece;
    if (version.length < 4) {
      const whole = Buffer.concat([version, piece]);
      version = whole.subarray(0, 4);
      rest = whole.subarray(4);
      if (version.length < 4) return;
      client.write(version);
    }
    for (const message of toClient.add(rest)) {
      const answer = message.tag === tags.record ? 'passed' : awaited.shift();
      client.write(chunked(answered(answer, message, conduct)));
    }
  });
  return server;
}

function answered(answer: Answer | undefined, message: BoltMessage, conduct: Conduct): Buffer {
  if (answer === 'routed' && message.tag === tags.success) {
    const [{ rt }] = fieldsOf(message) as [{ rt: object }];
    return messageOf(tags.success, { rt: { ...rt, servers: conduct.servers() } });
  }
  if (answer === 'refused' && message.tag === tags.failure) {
    const [failure] = fieldsOf(message) as [{ neo4j_code?: string }];
    const name = failure.neo4j_code === undefined ? 'code' : 'neo4j_code';
    return messageOf(tags.failure, { ...failure, [name]: notALeader, message: 'No write here.' });
  }
  return message.bytes;
}

const notALeader = 'Neo.ClientError.Cluster.NotALeader';
