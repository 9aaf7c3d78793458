import { resolve } from 'node:path';
import { z } from 'zod';
import {
  type Access,
  accessContradictions,
  accessFrom,
  accessSettings,
} from './access/settings.ts';
import { ConfigError } from './errors.ts';
import { type Limits, limitSettings, limitsFrom } from './guards/limits.ts';
import {
  type TelemetrySettings,
  telemetryContradictions,
  telemetryFrom,
  telemetrySettings,
} from './telemetry/settings.ts';

const port = z.coerce
  .number({ error: 'is no number' })
  .int('is no whole number')
  .min(0, 'is no port')
  .max(65_535, 'is no port; ports end at 65535');

const databasePort = port.min(1, 'is no port');

const Environment = z.object({
  /** 0 takes any free port. */
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  WORKERS: z.coerce
    .number({ error: 'is no number' })
    .int('is no whole number')
    .min(1, 'is none: it takes one process to serve')
    .max(128, 'is more processes than one machine serves well with; set up to 128')
    .default(1),
  NEO4J_URI: z
    .string()
    .regex(
      /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/,
      'is no address of a database, such as bolt://localhost:7687 or neo4j+s://graph.example.org',
    )
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  NEO4J_BROWSER_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is no address of Neo4j Browser, such as http://localhost:7474/browser/',
    })
    .optional(),
  NEO4J_BOLT_PORT: databasePort.optional(),
  NEO4J_HTTP_PORT: databasePort.optional(),
  CLAIMGRAPH_HOME: z.string().default('.claimgraph'),
  CLAIMGRAPH_DOCUMENTS: z.string().optional(),
  CLAIMGRAPH_ANSWERS: z
    .enum(['written', 'completed'], { error: 'is neither written nor completed' })
    .default('written'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'is none of trace, debug, info, warn, error, fatal, silent',
    })
    .default('info'),
  ...limitSettings,
  ...accessSettings,
  ...telemetrySettings,
});

/** Every variable that a server reads. */
export const settingNames = Object.keys(Environment.shape);

const secret = /PASSWORD|API_KEYS$/;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** How many processes serve. */
  readonly workers: number;
  /** Whether answers are written from rows, where they can be, or completed field by field. */
  readonly answers: 'written' | 'completed';
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly limits: Limits;
  readonly access: Access;
  readonly telemetry: TelemetrySettings;
  /** Where the managed Neo4j keeps its data. */
  readonly home: string;
  /** Folder with the reader's own copies of documents. */
  readonly documents: string | undefined;
  /** A database elsewhere, or the managed one. */
  readonly neo4j:
    | {
        readonly kind: 'remote';
        readonly uri: string;
        readonly username: string;
        readonly password: string;
        readonly database: string | undefined;
        /** Where its Neo4j Browser is; undefined for not known. */
        readonly browserUrl: string | undefined;
      }
    | {
        readonly kind: 'managed';
        readonly boltPort: number | undefined;
        readonly httpPort: number | undefined;
      };
}

/** Reads the environment. Throws {@link ConfigError} with every problem at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable is how a .env file or docker compose leaves one out.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map(({ path, message }) => {
        const name = path.join('.');
        return `${name}=${secret.test(name) ? '…' : environment[name]} ${message}.`;
      });
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    workers: env.WORKERS,
    answers: env.CLAIMGRAPH_ANSWERS,
    logLevel: env.LOG_LEVEL,
    limits: limitsFrom(env),
    access: accessFrom(env),
    telemetry: telemetryFrom(env),
    home: resolve(env.CLAIMGRAPH_HOME),
    documents: env.CLAIMGRAPH_DOCUMENTS,
    neo4j: env.NEO4J_URI
      ? {
          kind: 'remote',
          uri: env.NEO4J_URI,
          username: env.NEO4J_USERNAME,
          password: env.NEO4J_PASSWORD ?? '',
          database: env.NEO4J_DATABASE,
          browserUrl: env.NEO4J_BROWSER_URL,
        }
      : { kind: 'managed', boltPort: env.NEO4J_BOLT_PORT, httpPort: env.NEO4J_HTTP_PORT },
  };
}

/** Settings that are right by themselves and wrong together. */
function contradictions(env: z.infer<typeof Environment>): string[] {
  const problems = [...accessContradictions(env), ...telemetryContradictions(env)];
  if (env.NEO4J_URI && env.NEO4J_PASSWORD === undefined) {
    problems.push('NEO4J_URI is set without NEO4J_PASSWORD: set both, or neither.');
  }
  if (!env.NEO4J_URI && env.NEO4J_PASSWORD !== undefined) {
    problems.push(
      'NEO4J_PASSWORD is set without NEO4J_URI: the managed Neo4j has a password of its own.',
    );
  }
  if (!env.NEO4J_URI && env.NEO4J_BROWSER_URL) {
    problems.push(
      'NEO4J_BROWSER_URL is set without NEO4J_URI: the managed Neo4j knows where its own is.',
    );
  }
  if (env.NEO4J_URI && (env.NEO4J_BOLT_PORT || env.NEO4J_HTTP_PORT)) {
    problems.push(
      'NEO4J_BOLT_PORT and NEO4J_HTTP_PORT are for the managed Neo4j: unset them, or NEO4J_URI.',
    );
  }
  if (env.NEO4J_BOLT_PORT !== undefined && env.NEO4J_BOLT_PORT === env.NEO4J_HTTP_PORT) {
    problems.push('NEO4J_BOLT_PORT and NEO4J_HTTP_PORT are the same: give two ports.');
  }
  return problems;
}
