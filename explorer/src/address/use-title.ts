import { useEffect } from 'react';

/** Names the window and its step in the history after what it shows, as long as that is shown. */
export function useTitle(shown: string | undefined): void {
  useEffect(() => {
    document.title = shown ? `${shown} · Claimgraph` : 'Claimgraph';
    return () => {
      document.title = 'Claimgraph';
    };
  }, [shown]);
}
