/** The dataset whose places are known on every day, because no document has to mention them. */
export const referenceDataset = 'reference';
