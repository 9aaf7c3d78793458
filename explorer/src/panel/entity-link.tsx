import type { MouseEvent, ReactNode } from 'react';
import type { Address } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import type { EntityType } from '../graphql/types.ts';

interface StateLinkProps {
  readonly to: Partial<Address>;
  readonly className?: string;
  readonly children: ReactNode;
  readonly current?: boolean;
}

/** A link to another state of the page; opened in a new tab, it restores all of it. */
export function StateLink({ to, className, children, current }: StateLinkProps) {
  const { go, link } = useAddress();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={link(to)}
      className={className}
      onClick={open}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

interface EntityLinkProps {
  readonly entity: { readonly key: string; readonly name: string; readonly type?: EntityType };
}

/** Opens an entity, and draws what surrounds it as well. */
export function EntityLink({ entity: { key, name, type } }: EntityLinkProps) {
  const { address } = useAddress();
  const around = [...new Set([...address.around, key])];
  return (
    <StateLink to={{ entity: key, relation: null, between: null, around }} className="entity-link">
      {type && <TypeMark type={type} />}
      {name}
    </StateLink>
  );
}
