import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
} from '@opentelemetry/semantic-conventions';
import type { StatementListener } from '../../graph/statement-run.ts';
import { FieldSpan } from './field-span.ts';

/** A span for each Cypher statement, by its name, without its text and values. */
export function traceStatement(tracer: Tracer): StatementListener {
  return ({ name, milliseconds, rows, failure }) => {
    const ended = Date.now();
    const span = tracer.startSpan(
      name,
      {
        kind: SpanKind.CLIENT,
        startTime: ended - milliseconds,
        attributes: {
          ...{ [ATTR_DB_SYSTEM_NAME]: 'neo4j', [ATTR_DB_QUERY_SUMMARY]: name },
          'db.response.returned_rows': rows,
          ...(failure === null ? {} : { [ATTR_ERROR_TYPE]: failure }),
        },
      },
      FieldSpan.active(),
    );
    if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  };
}
