import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { constraints } from '../../schema/constraints.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { ConfigError } from '../errors.ts';
import type { GraphClient } from '../graph/client.ts';
import { cypher } from '../graph/cypher.ts';
import { whySchemaRefused } from '../graph/database-errors.ts';
import { compileQuestion, question } from '../graph/question.ts';

const Index = z.object({
  name: z.string(),
  type: z.string(),
  state: z.string(),
  labels: z.array(z.string()).nullable(),
  properties: z.array(z.string()).nullable(),
});
type Index = z.infer<typeof Index>;

const indexes = question({
  name: 'indexes',
  row: Index,
  ask: (_none: null) => cypher`
SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties
RETURN name, type, state, labelsOrTypes AS labels, properties`,
});

/** Another server that starts in the same moment makes what IF NOT EXISTS did not find yet. */
const attempts = 5;

/**
 * Makes the constraints and indexes that are missing, and waits until all of them answer.
 * Throws {@link ConfigError} for those that cannot be made.
 */
export async function makeSchema(client: GraphClient): Promise<void> {
  const statements = constraints(ontology);
  for (const text of statements) await make(client, text);
  for (;;) {
    const found = await client.read(compileQuestion(indexes, null));
    const problems = statements.flatMap((text) => problemOf(text, found));
    if (problems.length > 0) throw new ConfigError(problems);
    if (!found.some(({ state }) => state === 'POPULATING')) return;
    await pause(200);
  }
}

async function make(client: GraphClient, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.define([{ text, parameters: {} }]);
    } catch (error) {
      const refused = whySchemaRefused(error);
      if (!refused) throw error;
      if (!refused.mayPass || attempt === attempts) {
        const problem = `Neo4j does not make ${nameIn(text)}: ${refused.reason}. The statement is: ${text}`;
        throw new ConfigError([problem], { cause: error });
      }
      await pause(200 * attempt);
    }
  }
}

/** A constraint has an index of its own name. */
function nameIn(statement: string): string {
  return /^CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) (\w+) /.exec(statement)?.[1] ?? statement;
}

function problemOf(statement: string, found: readonly Index[]): string[] {
  const name = nameIn(statement);
  const index = found.find((each) => each.name === name);
  if (!index) {
    return [
      `The index ${name} is missing, and another one that is like it keeps it from being made. SHOW INDEXES in Neo4j Browser lists them: drop the other one and start again.`,
    ];
  }
  if (!isMadeBy(statement, index)) {
    return [
      `There is an index ${name}, and it is not the one that is needed: drop it (DROP INDEX ${name}, or DROP CONSTRAINT) and start again. The needed one is: ${statement}`,
    ];
  }
  if (index.state === 'FAILED') {
    return [
      `The index ${name} has failed: drop it (DROP INDEX ${name}, or DROP CONSTRAINT) and start again. Neo4j's log says why.`,
    ];
  }
  return [];
}

function isMadeBy(statement: string, { type, labels, properties }: Index): boolean {
  const label = /FOR (?:\(n|\(\)-\[r):(\w+)/.exec(statement)?.[1];
  const columns = [...statement.matchAll(/\b[nr]\.(\w+)/g)].map(([, property]) => property);
  return (
    statement.includes(' FULLTEXT ') === (type === 'FULLTEXT') &&
    labels?.join() === label &&
    properties?.join() === columns.join()
  );
}
