import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Address, parseAddress, printAddress } from './address.ts';
import { viewOf } from './view.ts';

export interface Navigation {
  readonly address: Address;
  /** Opens another state: a step that the back button undoes, unless it replaces the one before. */
  go(change: Partial<Address>, how?: 'replace'): void;
  /** The link to another state. */
  link(change: Partial<Address>): string;
}

export const NavigationContext = createContext<Navigation | null>(null);

/** The state of the page, and how it is changed. */
export function useAddress(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('outside of a NavigationContext');
  return navigation;
}

/** The view of the address, the same object as long as it says the same. */
export function useView() {
  const { address } = useAddress();
  const text = JSON.stringify(viewOf(address));
  return useMemo(() => JSON.parse(text) as ReturnType<typeof viewOf>, [text]);
}

/** Keeps the state in the address bar. */
export function useNavigation(): Navigation {
  const preferred = navigator.language.startsWith('de') ? 'de' : 'en';
  const [address, setAddress] = useState(() => parseAddress(location.search, preferred));
  useEffect(() => {
    const restore = () => setAddress(parseAddress(location.search, preferred));
    addEventListener('popstate', restore);
    return () => removeEventListener('popstate', restore);
  }, [preferred]);
  const go = useCallback(
    (change: Partial<Address>, how?: 'replace') => {
      // What the bar says, not what was drawn last: two changes may come before one drawing.
      const next = { ...parseAddress(location.search, preferred), ...change };
      const link = printAddress(next);
      if (link !== location.search) {
        if (how === 'replace') history.replaceState(null, '', link);
        else history.pushState(null, '', link);
      }
      setAddress(next);
    },
    [preferred],
  );
  return useMemo(
    () => ({ address, go, link: (change) => printAddress({ ...address, ...change }) }),
    [address, go],
  );
}
