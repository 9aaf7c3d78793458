import { InvalidArgumentError } from 'commander';

export function listOf<Name extends string>(known: readonly Name[]) {
  return (text: string) => text.split(',').map(oneOf(known));
}

export function oneOf<Name extends string>(known: readonly Name[]) {
  return (text: string): Name => {
    const found = known.find((name) => name === text);
    if (found === undefined) throw new InvalidArgumentError(`It is none of ${known.join(', ')}.`);
    return found;
  };
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It is no number.');
  return value;
}

export function wholeNumbers(text: string): number[] {
  return text.split(',').map(wholeNumber);
}
