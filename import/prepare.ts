import { setTimeout as pause } from 'node:timers/promises';
import { constraints } from '../schema/constraints.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import { GraphUnavailableError } from '../src/errors.ts';
import type { GraphClient } from '../src/graph/client.ts';
import { leaseConstraint } from './lease/lease-questions.ts';

const prepared = new WeakMap<GraphClient, Map<Ontology, Promise<void>>>();

/** Makes the constraints and indexes, and waits until they answer: once for each client. */
export function prepareGraph(client: GraphClient, ontology: Ontology): Promise<void> {
  const known = prepared.get(client) ?? new Map<Ontology, Promise<void>>();
  prepared.set(client, known);
  const preparation = known.get(ontology) ?? defineAll(client, ontology);
  known.set(ontology, preparation);
  preparation.catch(() => known.delete(ontology));
  return preparation;
}

async function defineAll(client: GraphClient, ontology: Ontology): Promise<void> {
  for (const text of schemaStatements(ontology, 60)) await define(client, text);
}

/** All of them may run again. `seconds`: for how long the last waits for the indexes. */
export function schemaStatements(ontology: Ontology, seconds: number): string[] {
  return [...constraints(ontology), leaseConstraint, `CALL db.awaitIndexes(${seconds})`];
}

async function define(client: GraphClient, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.define([{ text, parameters: {} }]);
      return;
    } catch (error) {
      if (!mayPass(error) || attempt === 5) throw error;
      await pause(200 * attempt);
    }
  }
}

/**
 * Connections are reset. Two imports that begin at once wait for each other's schema locks, and IF NOT
 * EXISTS does not see what the other is about to make.
 */
function mayPass(error: unknown): boolean {
  const madeAtOnce = /^Neo\.ClientError\.Schema\.\w+AlreadyExists$/.test(Object(error).code);
  return madeAtOnce || error instanceof GraphUnavailableError;
}
