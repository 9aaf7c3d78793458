/** Why a record cannot be taken, and where in it. */
export interface Problem {
  /** JSON pointer relative to the record. */
  readonly path: string;
  readonly code: ProblemCode;
  /** Says what to change. */
  readonly message: string;
}

export type ProblemCode =
  | 'DANGLING_KEY'
  | 'DOCUMENT_OWNED'
  | 'DUPLICATE_KEY'
  | 'DUPLICATE_STATEMENT'
  | 'ENCODING'
  | 'INVALID'
  | 'MISSING'
  | 'NO_DATASET'
  | 'PASSAGE_MISMATCH'
  | 'TOO_DEEP'
  | 'TOO_LONG'
  | 'TYPE_CLASH'
  | 'UNKNOWN_KEY'
  | 'UNKNOWN_PREDICATE'
  | 'UNKNOWN_TYPE'
  | 'WRONG_TYPE';
