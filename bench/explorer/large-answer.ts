const types = ['COMPANY', 'PERSON', 'PLACE', 'PRODUCT', 'PLAN', 'EVENT'];

/** A subgraph as the API answers it, larger than the page asks for. */
export function large(nodes: number, relations: number) {
  const entity = (index: number) => ({
    ...{ __typename: 'Company', id: `n${index}`, key: `n${index}` },
    ...{ type: types[index % types.length], name: `Entity number ${index}` },
  });
  return {
    data: {
      subgraph: {
        __typename: 'Subgraph',
        nodes: Array.from({ length: nodes }, (_, index) => ({
          ...{ __typename: 'SubgraphNode', hops: 1, degree: (2 * relations) / nodes },
          node: entity(index),
        })),
        relations: Array.from({ length: relations }, (_, index) => ({
          ...{ __typename: 'SubgraphRelation', modality: 'FACT' },
          evidence: {
            ...{ __typename: 'Evidence', independentSourceCount: index % 4 },
            ...{ disputed: index % 10 === 0, firstReported: null },
          },
          relation: {
            ...{ __typename: 'Relation', id: `r${index}`, type: 'MAKES', role: null },
            from: entity(index % nodes),
            to: entity((7 * index + 1 + Math.floor(index / nodes)) % nodes),
          },
        })),
        completeness: {
          ...{ __typename: 'Completeness', complete: true, reason: null, completeToHops: 1 },
        },
        query: null,
      },
    },
  };
}
