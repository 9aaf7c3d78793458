import type { Speech } from '../language/use-texts.ts';
import type { ShownStatement } from '../queries/statement.ts';

/** A value in words: a number with its unit, a time, a text. */
export function valueInWords(
  value: NonNullable<ShownStatement['value']>,
  { number, language }: Speech,
): string {
  const { min, max, unit, approximate } = value;
  const named = unit ? ` ${unit}` : '';
  const about = approximate ? (language === 'de' ? 'etwa ' : 'about ') : '';
  if (value.time) return value.time.label;
  if (value.number !== null) return `${about}${number(value.number)}${named}`;
  if (min !== null && max !== null) return `${about}${number(min)}–${number(max)}${named}`;
  if (min !== null) return `${about}≥ ${number(min)}${named}`;
  if (max !== null) return `${about}≤ ${number(max)}${named}`;
  if (value.boolean !== null) {
    const words = language === 'de' ? ['nein', 'ja'] : ['no', 'yes'];
    return words[Number(value.boolean)] ?? '';
  }
  return value.text ?? '';
}
