import neo4j, { type Driver } from 'neo4j-driver';
import type { GraphConnection } from './client.ts';

/** Connections of one client to each server of its database. */
export const connectionLimit = 50;

/** `retryTime`: milliseconds in which a retriable failure is tried again. */
export function openDriver(
  { uri, username, password }: GraphConnection,
  retryTime: number,
): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: connectionLimit,
    connectionAcquisitionTimeout: Math.max(1_000, retryTime / 2),
    connectionTimeout: 2_000,
    maxTransactionRetryTime: retryTime,
    userAgent: 'claimgraph',
    // They would travel with every answer, and say of a young graph what it does not hold yet.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}
