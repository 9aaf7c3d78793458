import { z } from 'zod';
import type { ValueKind } from '../../schema/ontology/define.ts';
import { strict, time, words } from './fields.ts';

const approximate = z.boolean().optional();

/** Accepts the values that an attribute of this kind takes. */
export function valueSchema(value: ValueKind) {
  switch (value.kind) {
    case 'number':
      return numberSchema(value.unit);
    case 'text':
      return strict({ text: value.values ? z.enum(value.values) : words });
    case 'boolean':
      return strict({ boolean: z.boolean() });
    case 'time':
      return strict({ time: time.optional(), text: words.optional(), approximate }).refine(
        (given) => (given.time === undefined) !== (given.text === undefined),
        { error: 'give time as EDTF, or text where the day cannot be told' },
      );
  }
}

function numberSchema(unit: 'currency' | readonly string[]) {
  const number = z.number().optional();
  return strict({ number, min: number, max: number, ...unitField(unit), approximate })
    .refine((v) => (v.number !== undefined) !== (v.min !== undefined || v.max !== undefined), {
      error: 'give number, or min and max (one of the two where the other side is open)',
    })
    .refine((v) => v.min === undefined || v.max === undefined || v.min <= v.max, {
      error: 'min is larger than max',
    });
}

function unitField(unit: 'currency' | readonly string[]): { unit?: z.ZodType<string> } {
  if (unit === 'currency') {
    const error = 'unit must be a currency in ISO 4217, such as EUR or CNY';
    return { unit: z.string({ error }).regex(/^[A-Z]{3}$/, { error }) };
  }
  if (unit.length === 0) return {};
  const [first, ...others] = unit;
  return { unit: z.enum([first ?? '', ...others]) };
}
