/** What a server lacks, in words for whoever asks it, who may be anybody: what, and not where. */
export const whatIsMissing = {
  database: 'The database cannot be reached.',
  credentials: 'The database refuses the server’s name or password.',
  version: 'The graph is of another version than the server.',
  constraints: 'Constraints and indexes are missing; they are being made.',
  dataset: 'The dataset is still being loaded.',
  rehearsal: 'The graph is there; its first questions are being rehearsed.',
} as const;

export type Missing = keyof typeof whatIsMissing;
