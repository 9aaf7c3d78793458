import { useEffect, useRef } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { StateLink } from './entity-link.tsx';
import { EntityPanel } from './entity-panel.tsx';
import { PathsPanel } from './paths-panel.tsx';
import { RelationPanel } from './relation-panel.tsx';

/** What the reader has opened: a relation before the paths it lies on, those before an entity. */
export function Panel() {
  const { address } = useAddress();
  const { t } = useTexts();
  const { entity, relation, between } = address;
  const panel = useRef<HTMLElement>(null);
  const subject = relation ?? between?.join() ?? entity;
  useEffect(() => {
    // Whoever has opened something reads on there; a link from elsewhere begins at the top of the page.
    if (!subject || !navigator.userActivation?.hasBeenActive) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [subject]);
  if (!entity && !relation && !between) return null;
  return (
    <aside ref={panel} className="panel" aria-label={t.panel} tabIndex={-1}>
      <StateLink to={{ entity: null, relation: null, between: null }} className="close">
        <span aria-hidden="true">×</span>
        <span className="unseen">{t.close}</span>
      </StateLink>
      {relation ? (
        <RelationPanel relation={relation} />
      ) : between ? (
        <PathsPanel between={between} />
      ) : (
        entity && <EntityPanel entity={entity} />
      )}
    </aside>
  );
}
