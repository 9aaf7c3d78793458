import type { Ports } from './ports.ts';

export type Profile = 'serving' | 'testing';

const PAGE_CACHE: Record<Profile, string> = {
  // Taken from the system page by page as data are read: a small graph costs nothing of it.
  // 100,000 nodes with 1 million relationships fill about 300 MB of store.
  serving: '256m',
  testing: '64m',
};

/** neo4j.conf, written anew at each start: an edit of the file would be lost, so it says so. */
export function neo4jConf(ports: Ports, profile: Profile): string {
  return `# Written by Claimgraph at each start.

# Loopback only. Without the advertised address, discovery names 7687 whatever the port is.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${ports.bolt}
server.bolt.advertised_address=127.0.0.1:${ports.bolt}
server.http.listen_address=127.0.0.1:${ports.http}
server.http.advertised_address=127.0.0.1:${ports.http}
server.https.enabled=false

# A web page can reach a loopback port: it needs the password, and may not read answers.
dbms.security.auth_enabled=true
dbms.security.http_access_control_allow_origin=http://127.0.0.1:${ports.http}
# Three wrong passwords would lock the right one out for 5 s, which any web page could do for ever;
# nobody guesses 192 random bits.
dbms.security.auth_max_failed_attempts=0

# Relative to the home folder. Without it LOAD CSV reads any file of the machine.
server.directories.import=import

dbms.usage_report.enabled=false
client.allow_telemetry=false

# All of these are off by default. The transaction timeout is the ceiling for whoever sets none,
# such as Neo4j Browser; a client's own value goes before it, longer or shorter (tried on 5.26.30).
db.transaction.timeout=60s
db.lock.acquisition.timeout=5s
db.memory.transaction.max=256m
# For how long a bookmark of what is not there yet, or never will be, holds a thread; 30 s by default.
db.transaction.bookmark_ready_timeout=5s
# 2 s by default, which lets a query of 1.5 s run for 3.5 s.
db.transaction.monitor.check.interval=200ms

server.memory.pagecache.size=${PAGE_CACHE[profile]}
# Preallocated logs are 512 MB on disk for an empty graph.
db.tx_log.preallocate=false

# SIGTERM takes 10 to 16 s without these, 0.4 s with them.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
internal.server.bolt.thread_pool_shutdown_wait_time=500ms
internal.server.bolt.connection_shutdown_wait_time=500ms
db.shutdown_transaction_end_timeout=500ms
`;
}
