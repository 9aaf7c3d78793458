/** What is done to a graph as one change. */
export const changeKinds = ['IMPORT', 'RETRACTION', 'MERGE', 'SPLIT'] as const;
export type ChangeKind = (typeof changeKinds)[number];
