import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
  HTTP_REQUEST_METHOD_VALUE_OTHER,
} from '@opentelemetry/semantic-conventions';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

const routes: ReadonlySet<string> = new Set(['/graphql']);
/** They are asked all day, and tell nothing. */
const untold: ReadonlySet<string> = new Set(['/health', '/ready']);
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE']);

/** A span for each request, in the trace that its `traceparent` names. */
export function traceHttp(tracer: Tracer, handler: HttpHandler): HttpHandler {
  return (request, response) => {
    // What follows may be values that a client sends.
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (untold.has(path)) return handler(request, response);
    const method = request.method ?? '';
    const name = methods.has(method) ? method : HTTP_REQUEST_METHOD_VALUE_OTHER;
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(
      routes.has(path) ? `${name} ${path}` : name,
      {
        kind: SpanKind.SERVER,
        attributes: {
          ...{ [ATTR_HTTP_REQUEST_METHOD]: name, [ATTR_URL_PATH]: path, [ATTR_URL_SCHEME]: 'http' },
          ...(routes.has(path) ? { [ATTR_HTTP_ROUTE]: path } : {}),
        },
      },
      parent,
    );
    response.once('close', () => {
      span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(parent, span), () => handler(request, response));
  };
}
