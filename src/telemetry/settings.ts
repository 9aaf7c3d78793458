import { z } from 'zod';

const whole = z.coerce.number({ error: 'is no number' }).int('is no whole number');

export const telemetrySettings = {
  /** 0 takes any free port; without it, nothing is counted. */
  METRICS_PORT: whole.min(0, 'is no port').max(65_535, 'is no port; ports end at 65535').optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** Milliseconds. */
  CLAIMGRAPH_SLOW_QUERY_TIME: whole.min(1, 'is less than 1').default(500),
  // OpenTelemetry's own. What else its specification names, its SDK reads.
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.string().optional(),
};

const TelemetrySettings = z.object(telemetrySettings);
type Environment = z.infer<typeof TelemetrySettings>;

/** Where a server's figures are. */
export interface Metering {
  readonly port: number;
  readonly host: string;
}

const exporters = ['otlp', 'console', 'none'] as const;
const protocols = ['http/protobuf', 'http/json'] as const;

export interface Tracing {
  readonly exporter: 'otlp' | 'console';
  readonly protocol: (typeof protocols)[number];
}

/** How a server can be watched. */
export interface TelemetrySettings {
  /** Null for nowhere. */
  readonly metrics: Metering | null;
  /** Null for none. */
  readonly traces: Tracing | null;
  /** From how many milliseconds on a statement is a slow one. */
  readonly slowQueryTime: number;
}

export function telemetryFrom(env: Environment): TelemetrySettings {
  const { METRICS_PORT: port, METRICS_HOST: host } = env;
  return {
    metrics: port === undefined ? null : { port, host },
    traces: tracesFrom(env),
    slowQueryTime: env.CLAIMGRAPH_SLOW_QUERY_TIME,
  };
}

function tracesFrom(env: Environment): Tracing | null {
  const exporter = exporters.find((known) => known === exporterIn(env));
  const protocol = protocols.find((known) => known === protocolIn(env).value);
  if (!exporter || exporter === 'none' || !protocol || isDisabled(env)) return null;
  return { exporter, protocol };
}

/** Without a word, spans go where an address says; by the specification, to this machine. */
function exporterIn(env: Environment): string {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT;
  return env.OTEL_TRACES_EXPORTER ?? (endpoint === undefined ? 'none' : 'otlp');
}

function protocolIn(env: Environment) {
  const own = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL;
  return own === undefined
    ? {
        name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
        value: env.OTEL_EXPORTER_OTLP_PROTOCOL ?? 'http/protobuf',
      }
    : { name: 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', value: own };
}

function isDisabled({ OTEL_SDK_DISABLED }: Environment): boolean {
  return OTEL_SDK_DISABLED?.toLowerCase() === 'true';
}

/** Settings of telemetry that cannot be followed, or not together with others. */
export function telemetryContradictions(env: Environment & { readonly PORT: number }): string[] {
  const problems: string[] = [];
  if (env.PORT !== 0 && env.PORT === env.METRICS_PORT) {
    problems.push('PORT and METRICS_PORT are the same: give two ports.');
  }
  const exporter = exporterIn(env);
  if (isDisabled(env) || exporter === 'none') return problems;
  if (!exporters.some((known) => known === exporter)) {
    problems.push(`OTEL_TRACES_EXPORTER=${exporter} is none of ${exporters.join(', ')}.`);
  }
  const { name, value } = protocolIn(env);
  if (!protocols.some((known) => known === value)) {
    problems.push(`${name}=${value} is none of ${protocols.join(', ')}.`);
  }
  return problems;
}
