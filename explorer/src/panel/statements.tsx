import { useState } from 'react';
import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { relationQuery } from '../queries/entity.ts';
import { Waiting } from './answer.tsx';
import { StatementCard } from './statement-card.tsx';

/** The statements behind a relation, page by page. */
export function Statements({
  relation: id,
  after = null,
}: {
  readonly relation: string;
  readonly after?: string | null;
}) {
  const { t, code: language } = useTexts();
  const view = useView();
  const [more, setMore] = useState<string | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: relationQuery,
    variables: { id, view, language, after },
  });
  if (error || data?.node?.__typename !== 'Relation') {
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  const { nodes, pageInfo } = data.node.statements;
  return (
    <>
      {nodes.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
      {more !== null && <Statements key={more} relation={id} after={more} />}
      {more === null && pageInfo.hasNextPage && (
        <button type="button" onClick={() => setMore(pageInfo.endCursor)}>
          {t.showMore}
        </button>
      )}
    </>
  );
}
