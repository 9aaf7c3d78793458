import { useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useView } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { plansQuery, type ShownPlan } from '../queries/plans.ts';

interface Found {
  readonly plans: readonly ShownPlan[];
  readonly total: number;
  readonly loading: boolean;
  readonly error: CombinedError | undefined;
}

const nothing: Found = { plans: [], total: 0, loading: true, error: undefined };

/** All plans that the view knows, page after page, so that sorting is by all of them. */
export function usePlans(): Found & { retry(): void } {
  const client = useClient();
  const view = useView();
  const { code: language } = useTexts();
  const [found, setFound] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    const read = async () => {
      setFound(nothing);
      const plans: ShownPlan[] = [];
      let after: string | null = null;
      for (;;) {
        const requestPolicy = attempt > 0 ? 'network-only' : 'cache-first';
        const variables: { view: typeof view; language: typeof language; after: string | null } = {
          ...{ view, language, after },
        };
        const { data, error } = await client.query(plansQuery, variables, { requestPolicy });
        if (left) return;
        if (error || !data) return setFound({ ...nothing, loading: false, error });
        plans.push(...data.plans.nodes);
        const { hasNextPage, endCursor } = data.plans.pageInfo;
        const total = data.plans.totalCount;
        setFound({ plans: [...plans], total, loading: hasNextPage, error: undefined });
        if (!hasNextPage) return;
        after = endCursor;
      }
    };
    void read();
    return () => {
      left = true;
    };
  }, [client, view, language, attempt]);
  return { ...found, retry: () => setAttempt(attempt + 1) };
}
