import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { link } from './bolt-link.ts';

/** A member of the cluster, as a client sees it. */
export interface Member {
  readonly port: number;
  /** Bookmarks of each reading and writing transaction that began here. */
  readonly reads: (readonly string[])[];
  readonly writes: (readonly string[])[];
  /** Goes away: nothing listens, and who was connected is cut off. */
  leave(): Promise<void>;
}

export interface Cluster {
  /** neo4j://, by way of the first member. */
  readonly uri: string;
  readonly members: readonly Member[];
  /** Another member leads from now on. */
  lead(member: Member): void;
  /** A further reader. */
  join(): Promise<Member>;
  close(): Promise<void>;
}

/**
 * One real Neo4j as a cluster of one leader and two readers: each member tells a client who leads and
 * who reads, and refuses to write unless it leads. Every statement runs on the real one.
 */
export async function startCluster(boltPort: number): Promise<Cluster> {
  const members: Member[] = [];
  let leader: Member | undefined;

  const servers = () => {
    const addresses = (some: readonly Member[]) => some.map(({ port }) => `127.0.0.1:${port}`);
    return [
      { role: 'WRITE', addresses: addresses(leader ? [leader] : []) },
      { role: 'READ', addresses: addresses(members.filter((member) => member !== leader)) },
      { role: 'ROUTE', addresses: addresses(members) },
    ];
  };

  const join = async (): Promise<Member> => {
    const open = new Set<Socket>();
    const server = createServer((client) => {
      const onBegin = (begun: { reads: boolean; bookmarks: readonly string[] }) =>
        (begun.reads ? member.reads : member.writes).push(begun.bookmarks);
      const database = link(client.setNoDelay(), boltPort, {
        leads: () => member === leader,
        onBegin,
        servers,
      });
      for (const socket of [client, database]) {
        open.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          open.delete(socket);
          client.destroy();
          database.destroy();
        });
      }
    });
    const member: Member = {
      port: await listening(server),
      ...{ reads: [], writes: [] },
      async leave() {
        if (members.includes(member)) members.splice(members.indexOf(member), 1);
        const closed = once(server, 'close');
        server.close();
        for (const socket of open) socket.destroy();
        await closed;
      },
    };
    members.push(member);
    return member;
  };

  leader = await join();
  await join();
  await join();
  return {
    uri: `neo4j://127.0.0.1:${leader.port}`,
    members: [...members],
    lead: (member) => {
      leader = member;
    },
    join,
    async close() {
      for (const member of [...members]) await member.leave();
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
