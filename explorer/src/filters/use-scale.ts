import { useQuery } from 'urql';
import { useTexts } from '../language/use-texts.ts';
import { scaleQuery } from '../queries/scale.ts';

export interface PublicationDay {
  readonly day: string;
  readonly titles: readonly string[];
}

/** The days on which documents were out for certain, the oldest first, and the outlets. */
export function useScale() {
  const { code: language } = useTexts();
  const [{ data }] = useQuery({ query: scaleQuery, variables: { language } });
  const titles = new Map<string, string[]>();
  for (const { title, publishedAt } of data?.documents.nodes ?? []) {
    const day = publishedAt?.latest;
    if (day) titles.set(day, [...(titles.get(day) ?? []), title]);
  }
  const days: PublicationDay[] = [...titles]
    .map(([day, each]) => ({ day, titles: each }))
    .sort((a, b) => a.day.localeCompare(b.day));
  return {
    days,
    hasMoreDays: data?.documents.pageInfo.hasNextPage ?? false,
    outlets: data?.companies.nodes ?? [],
  };
}
