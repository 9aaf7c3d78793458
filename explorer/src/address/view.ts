import { graphql } from '../graphql/graphql.ts';
import type { VariablesOf } from '../graphql/types.ts';
import type { Address } from './address.ts';

const viewed = graphql(`
  query Viewed($view: View) { entities(view: $view, first: 1) { totalCount } }
`);

export type View = NonNullable<VariablesOf<typeof viewed>['view']>;

/** The claims that count, as the API takes it. */
export function viewOf(address: Address): View {
  const { knownAt, modalities, outlets, sources, disputed } = address;
  return {
    ...(knownAt ? { knownAt } : {}),
    ...(modalities.length > 0 ? { modalities: [...modalities] } : {}),
    ...(outlets.length > 0 ? { publishers: outlets.map((key) => ({ key })) } : {}),
    ...(sources > 1 ? { minIndependentSources: sources } : {}),
    ...(disputed === 'INCLUDE' ? {} : { disputed }),
  };
}
