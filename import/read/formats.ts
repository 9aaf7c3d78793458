/** Forms of JSON that the import takes: its own records, and those of others. */
export const formats = ['claimgraph', 'ftm', 'jsonld'] as const;
export type Format = (typeof formats)[number];
