import { UserInputError } from '../errors.ts';
import { type CompiledQuestion, compileQuestion, type Question } from './question.ts';

/** Characters of Cypher. Neo4j plans 20,000 of a search in about 0.4 s, and does not hear of time meanwhile. */
const longestSearch = 40_000;

/**
 * A search spells out its conditions once per hop.
 * Throws {@link UserInputError} where that becomes out of proportion.
 */
export function compileSearch<Arguments, Row>(
  asked: Question<Arguments, Row>,
  args: Arguments,
): CompiledQuestion<Row> {
  const compiled = compileQuestion(asked, args);
  if (compiled.text.length > longestSearch) {
    throw new UserInputError(
      `The search becomes ${compiled.text.length} characters of Cypher, and ${longestSearch} are the most: its conditions hold for every hop. Give fewer conditions, or fewer hops.`,
    );
  }
  return compiled;
}
