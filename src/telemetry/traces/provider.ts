import { setTimeout as sleep } from 'node:timers/promises';
import { DiagLogLevel, diag, type Tracer, trace } from '@opentelemetry/api';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  NodeTracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Logger } from 'pino';
import type { Tracing } from '../settings.ts';

/** Milliseconds that the end of a process waits for a collector. */
const patience = 2_000;

/**
 * A tracer, and what makes W3C's `traceparent` and the context of asynchronous work known to it. The SDK and
 * the exporter read the rest of the OTEL_ variables themselves: endpoints, headers, sampler, batches, resource.
 */
export async function openProvider(
  tracing: Tracing,
  log: Logger,
): Promise<{ readonly tracer: Tracer; close(): Promise<void> }> {
  const say = (level: 'warn' | 'debug') => (message: string) => log[level](`traces: ${message}`);
  diag.setLogger(
    {
      ...{ error: say('warn'), warn: say('warn') },
      ...{ info: say('debug'), debug: say('debug'), verbose: say('debug') },
    },
    { logLevel: DiagLogLevel.WARN },
  );
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'claimgraph' }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(await exporterOf(tracing))],
  });
  provider.register();
  return {
    tracer: trace.getTracer('claimgraph'),
    close: () => Promise.race([provider.shutdown(), sleep(patience, undefined, { ref: false })]),
  };
}

async function exporterOf({ protocol, exporter }: Tracing): Promise<SpanExporter> {
  if (exporter === 'console') return new ConsoleSpanExporter();
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  return new OTLPTraceExporter();
}
