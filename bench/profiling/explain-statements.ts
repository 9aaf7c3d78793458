import type { Driver, ProfiledPlan } from 'neo4j-driver';
import { pino } from 'pino';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { GraphClient, type GraphConnection, servingLimits } from '../../src/graph/client.ts';
import type { CompiledQuestion } from '../../src/graph/question.ts';
import type { ReadConditions } from '../../src/graph/reader.ts';
import { patientTimes } from '../../src/guards/limits.ts';
import { ReaderCopies } from '../../src/reader-copies.ts';
import { createGraphServer } from '../../src/server.ts';
import { isAnswer, NotAnswered } from '../measuring/request.ts';
import type { Variables } from '../queries/bench-query.ts';

/** What the database did for one statement. */
export interface ProfiledStatement {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly dbHits: number;
  /** The operators with most hits, as `name details`. */
  readonly operators: readonly {
    readonly what: string;
    readonly dbHits: number;
    readonly rows: number;
  }[];
}

/** Asks our server in this process, and has the database profile every statement that it sends. */
export async function explainStatements(
  connection: GraphConnection,
  driver: Driver,
  document: string,
  variables: Variables,
): Promise<ProfiledStatement[]> {
  const { statementTime: transactionTimeout } = patientTimes;
  const client = new RecordingClient(connection, { ...servingLimits, transactionTimeout });
  const yoga = createGraphServer({
    ...{ schema: buildSchema(ontology), ontology, client, tabs: [] },
    ...{ copies: new ReaderCopies(), log: pino({ level: 'silent' }), limits: patientTimes },
  });
  try {
    const body = JSON.stringify({ query: document, variables });
    const headers = { 'content-type': 'application/json' };
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers,
      body,
    });
    const answer = await response.text();
    if (!isAnswer(answer)) throw new NotAnswered(answer.slice(0, 500));
    return await Promise.all(client.asked.map((question) => profile(driver, question)));
  } finally {
    await client.close();
  }
}

class RecordingClient extends GraphClient {
  readonly asked: CompiledQuestion<unknown>[] = [];

  override read<Row>(question: CompiledQuestion<Row>, conditions?: ReadConditions): Promise<Row[]> {
    this.asked.push(question);
    return super.read(question, conditions);
  }
}

async function profile(driver: Driver, { name, text, parameters }: CompiledQuestion<unknown>) {
  const { records, summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
  const operators = summary.profile ? operatorsOf(summary.profile) : [];
  return {
    ...{ name, text, rows: records.length },
    dbHits: operators.reduce((sum, { dbHits }) => sum + dbHits, 0),
    operators: operators.sort((a, b) => b.dbHits - a.dbHits).slice(0, 8),
  };
}

function operatorsOf(plan: ProfiledPlan): { what: string; dbHits: number; rows: number }[] {
  const { operatorType, dbHits, rows, children } = plan;
  const what = `${operatorType} ${String(plan.arguments.Details ?? '')}`.slice(0, 160);
  return [{ what, dbHits, rows }, ...children.flatMap(operatorsOf)];
}
