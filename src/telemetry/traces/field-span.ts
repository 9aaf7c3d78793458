import {
  type Context,
  context,
  createContextKey,
  type Span,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

const key = createContextKey('claimgraph field');

/**
 * The span of a field that is made only when a statement runs for it: most fields are answered with what is
 * at hand, and spans of them would be many and say nothing.
 */
export class FieldSpan {
  readonly #tracer: Tracer;
  readonly #info: GraphQLResolveInfo;
  readonly #around: Context;
  readonly #started = Date.now();
  #span: Span | null = null;
  #isOver = false;

  private constructor(tracer: Tracer, info: GraphQLResolveInfo) {
    this.#tracer = tracer;
    this.#info = info;
    this.#around = context.active();
  }

  /** Runs a resolver within it. */
  static around<Result>(tracer: Tracer, info: GraphQLResolveInfo, work: () => Result): Result {
    const field = new FieldSpan(tracer, info);
    const result = context.with(field.#around.setValue(key, field), work);
    if (result instanceof Promise) {
      const end = () => field.#end();
      result.then(end, end);
    } else {
      field.#end();
    }
    return result;
  }

  /** The context in which the spans of statements are: that of the field that runs, if one does. */
  static active(): Context {
    const now = context.active();
    const field = now.getValue(key);
    return field instanceof FieldSpan ? field.#context() : now;
  }

  #context(): Context {
    if (this.#span === null) {
      const { parentType, fieldName, path } = this.#info;
      this.#span = this.#tracer.startSpan(
        `${parentType.name}.${fieldName}`,
        {
          startTime: this.#started,
          attributes: {
            'graphql.field.path': responsePathAsArray(path).join('.'),
            'graphql.field.name': fieldName,
            'graphql.type.name': parentType.name,
          },
        },
        this.#around,
      );
      // A loader may put off a statement until the first field that asked for it is over.
      if (this.#isOver) this.#span.end();
    }
    return trace.setSpan(this.#around, this.#span);
  }

  #end(): void {
    this.#isOver = true;
    this.#span?.end();
  }
}
