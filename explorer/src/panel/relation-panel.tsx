import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { useTitle } from '../address/use-title.ts';
import { relationWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import { relationQuery } from '../queries/entity.ts';
import { Line, Waiting } from './answer.tsx';
import { EntityLink, StateLink } from './entity-link.tsx';
import { Statements } from './statements.tsx';

/** A relation, and why it is believed. */
export function RelationPanel({ relation: id }: { readonly relation: string }) {
  const { t, language, code, day } = useTexts();
  const view = useView();
  const [{ data, error, fetching }, ask] = useQuery({
    query: relationQuery,
    variables: { id, view, language: code, after: null },
  });
  const found = data?.node?.__typename === 'Relation' ? data.node : null;
  useTitle(
    found
      ? `${found.from.name} ${relationWords(found.type, true, language)} ${found.to.name}`
      : undefined,
  );
  if (error || !data || fetching)
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!found) return <p role="alert">{t.unknownRelation}</p>;
  const { type, role, from, to, modality, period, evidence } = found;
  const { firstReported, lastReported, statementCount, independentSourceCount } = evidence;
  return (
    <>
      <header>
        <StateLink to={{ relation: null }} className="back">
          ← {t.back}
        </StateLink>
        <h2 className="triple">
          <EntityLink entity={from} />
          <span>
            {relationWords(type, true, language)}
            {role && ` (${role})`}
          </span>
          <EntityLink entity={to} />
        </h2>
      </header>
      <Line
        className="tags"
        parts={[
          modality && (
            <span className={`tag ${modality.toLowerCase()}`}>{t.modalities[modality]}</span>
          ),
          evidence.disputed && <span className="tag disputed">{t.disputed}</span>,
          period?.label,
        ]}
      />
      {statementCount === 0 ? (
        <p className="quiet">{t.noSource}</p>
      ) : (
        <Line
          parts={[
            t.statements(statementCount),
            t.documents(evidence.documentCount),
            t.sources(independentSourceCount),
          ]}
        />
      )}
      <Line
        parts={[
          firstReported && `${t.firstKnown} ${day(firstReported)}`,
          lastReported &&
            lastReported !== firstReported &&
            `${t.lastReported} ${day(lastReported)}`,
        ]}
      />
      {statementCount > 0 && <Statements key={JSON.stringify(view)} relation={id} />}
    </>
  );
}
