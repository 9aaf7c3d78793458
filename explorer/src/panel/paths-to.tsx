import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { EntitySearch } from '../search/entity-search.tsx';

/** How an entity is connected with another, for those who have no Shift key to click with. */
export function PathsTo({ entity }: { readonly entity: string }) {
  const { t } = useTexts();
  const { go } = useAddress();
  return (
    <EntitySearch
      label={t.pathsToLabel}
      placeholder={t.pathsTo}
      choose={(key) => {
        if (key !== entity) go({ between: [entity, key], relation: null });
      }}
    />
  );
}
