import { useState } from 'react';
import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import { relationWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import { type RelatedEdge, relatedQuery } from '../queries/entity.ts';
import { Line, Waiting } from './answer.tsx';
import { StateLink } from './entity-link.tsx';

/** The relations of an entity, by what they are; a hundred at a time. */
export function Related({ entity, after }: { readonly entity: string; readonly after?: string }) {
  const { t, language, code } = useTexts();
  const view = useView();
  const [more, setMore] = useState<string | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: relatedQuery,
    variables: { key: entity, view, language: code, after: after ?? null },
  });
  const page = data?.entity?.relations;
  if (error || !page)
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {after === undefined && (
        <h3>
          {t.relations} <span className="quiet">{page.totalCount}</span>
        </h3>
      )}
      {[...groups(page.edges)].map(([name, edges]) => {
        const [first] = edges;
        return (
          <section key={name} className="group">
            <h4>{first && relationWords(first.relation.type, first.forward, language)}</h4>
            <ul>
              {edges.map((edge) => (
                <RelatedRow key={edge.relation.id} edge={edge} />
              ))}
            </ul>
          </section>
        );
      })}
      {more !== null && <Related key={more} entity={entity} after={more} />}
      {more === null && hasNextPage && (
        <button type="button" onClick={() => setMore(endCursor)}>
          {t.showMore}
        </button>
      )}
    </>
  );
}

function RelatedRow({ edge }: { readonly edge: RelatedEdge }) {
  const { t, day } = useTexts();
  const { node, relation, modality, evidence } = edge;
  return (
    <li>
      <StateLink to={{ relation: relation.id }} className="row">
        <span className="row-name">
          <TypeMark type={node.type} />
          <strong>{node.name}</strong>
        </span>
        <Line
          parts={[
            relation.role,
            'status' in node && t.statuses[node.status],
            'due' in node && node.due && `${t.due} ${node.due.label}`,
            modality && t.modalities[modality],
            evidence.statementCount > 0 ? t.sources(evidence.independentSourceCount) : t.noSource,
            evidence.firstReported && `${t.firstKnown} ${day(evidence.firstReported)}`,
            evidence.disputed && <span className="tag disputed">{t.disputed}</span>,
          ]}
        />
      </StateLink>
    </li>
  );
}

function groups(edges: readonly RelatedEdge[]): Map<string, RelatedEdge[]> {
  const found = new Map<string, RelatedEdge[]>();
  for (const edge of edges) {
    const name = `${edge.relation.type}:${edge.forward}`;
    found.set(name, [...(found.get(name) ?? []), edge]);
  }
  return found;
}
