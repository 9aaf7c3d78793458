import type { Tracer } from '@opentelemetry/api';
import { type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { FieldSpan } from './field-span.ts';

/** Has a span made for each field for which statements run, among those that lead to objects. */
export function traceFields(tracer: Tracer, schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || isLeafType(getNamedType(field.type))) continue;
      field.resolve = (row, args, asked, info) =>
        FieldSpan.around(tracer, info, () => resolve(row, args, asked, info));
    }
  }
}
