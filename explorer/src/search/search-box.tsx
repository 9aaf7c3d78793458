import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { EntitySearch } from './entity-search.tsx';

/** Opens what is found, with what surrounds it. */
export function SearchBox() {
  const { t } = useTexts();
  const { address, go } = useAddress();
  return (
    <EntitySearch
      label={t.searchLabel}
      placeholder={t.search}
      choose={(key) =>
        go({
          ...{ entity: key, relation: null, between: null },
          around: [...new Set([...address.around, key])],
          page: address.page === 'plans' ? 'graph' : address.page,
        })
      }
    />
  );
}
