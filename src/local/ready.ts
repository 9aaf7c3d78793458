import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { ConfigError } from '../errors.ts';
import type { Guarded } from './guardian.ts';

export interface StartProgress {
  done: number;
  total: number;
  message: string;
}

// What this very process prints tells its port from one that another Neo4j took in between; and
// asking a stranger with our password would lock its user out. The jars are pinned, so the lines are.
const MILESTONES = ['Starting...', 'Neo4j 5.', 'Bolt enabled on', 'HTTP enabled on', 'Started.'];

// The slowest start seen, untrained and with both cores busy elsewhere, took 25 s. Recovery after
// a crash comes on top.
const PATIENCE_MS = 180_000;

/** Null when the server is up; else why it is not, for the reader. */
export async function waitUntilStarted(
  server: Guarded,
  logFile: string,
  onProgress: (progress: StartProgress) => void,
): Promise<string | null> {
  let dead = false;
  void server.exited.then(() => {
    dead = true;
  });
  const deadline = Date.now() + PATIENCE_MS;
  const total = MILESTONES.length;
  for (let done = -1; ; await sleep(40)) {
    const gone = dead;
    const log = readFileSync(logFile, 'utf8');
    const reached = MILESTONES.filter((line) => log.includes(line)).length;
    if (reached > done) onProgress({ done: reached, total, message: 'Starting Neo4j' });
    if (reached === total) return null;
    done = reached;
    if (gone) return `ended while it started. The end of its log, ${logFile}:\n${lastLines(log)}`;
    if (Date.now() > deadline) {
      return `has not come up in ${PATIENCE_MS / 60_000} minutes. Its log is ${logFile}.`;
    }
  }
}

/** Logs in once: the password fits, and the database answers. */
export async function logIn(uri: string, password: string, passwordFile: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    telemetryDisabled: true,
  });
  try {
    await driver.executeQuery('RETURN 1', {}, { database: 'neo4j', routing: neo4j.routing.READ });
  } catch (cause) {
    if (!(cause instanceof neo4j.Neo4jError)) throw cause;
    const why = cause.code === 'Neo.ClientError.Security.Unauthorized';
    throw new ConfigError(
      [
        why
          ? `The local Neo4j refuses the password in ${passwordFile}. If it was changed in Neo4j ` +
            'Browser, write the new one into that file.'
          : `The local Neo4j started but does not answer: ${cause.message}`,
      ],
      { cause },
    );
  } finally {
    await driver.close();
  }
}

function lastLines(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() && !/^\s+(at|\.\.\.) /.test(line));
  return lines.slice(-8).join('\n');
}
