import { UserInputError } from '../../src/errors.ts';
import { maximalConditions, maximalFilterDepth, maximalQuantifiers } from './limits.ts';

/**
 * Filters may come in variables, where the limits on documents do not see them; and one that asks for
 * relations of relations of relations costs the database more with each. Returns the filter as it is.
 * Throws {@link UserInputError} for one that is out of proportion.
 */
export function bounded<Filter extends object>(filter: Filter): Filter {
  let conditions = 0;
  const walk = (value: unknown, depth: number, quantifiers: number) => {
    if (typeof value !== 'object' || value === null || value instanceof Date) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth, quantifiers);
      return;
    }
    refuse(depth > maximalFilterDepth, `nests deeper than ${maximalFilterDepth} levels`);
    for (const [name, inner] of Object.entries(value)) {
      if (inner == null) continue;
      conditions += 1;
      refuse(conditions > maximalConditions, `has more than ${maximalConditions} conditions`);
      const quantified = quantifiers + (name === 'relations' ? 1 : 0);
      const limit = `asks for relations of relations more than ${maximalQuantifiers} deep`;
      refuse(quantified > maximalQuantifiers, limit);
      walk(inner, depth + 1, quantified);
    }
  };
  walk(filter, 1, 0);
  return filter;
}

function refuse(excessive: boolean, problem: string) {
  if (excessive)
    throw new UserInputError(`The filter ${problem}. Ask for less, or in several steps.`);
}
