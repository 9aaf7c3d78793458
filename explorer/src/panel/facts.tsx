import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { attributeWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import { factsQuery } from '../queries/entity.ts';
import { Line, Waiting } from './answer.tsx';
import { StatementCard } from './statement-card.tsx';
import { valueInWords } from './statement-value.ts';

/** What is said of an entity in values; the best supported first, the others beside it. */
export function Facts({ entity: key }: { readonly entity: string }) {
  const speech = useTexts();
  const { t, language, day } = speech;
  const view = useView();
  const [{ data, error, fetching }, ask] = useQuery({
    query: factsQuery,
    variables: { key, view, language: speech.code },
  });
  if (error || !data || fetching) {
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  const facts = data.entity?.facts ?? [];
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{t.facts}</h3>
      {facts.map(({ attribute, statement, alternatives, evidence }) => (
        <details key={statement.id} className="row">
          <summary>
            <span className="row-name">
              {attributeWords(attribute, language)}{' '}
              <strong>{statement.value ? valueInWords(statement.value, speech) : ''}</strong>
            </span>
            <Line
              parts={[
                statement.scope,
                t.sources(evidence.independentSourceCount),
                evidence.firstReported && `${t.firstKnown} ${day(evidence.firstReported)}`,
                alternatives.length > 0 && t.alternatives(alternatives.length),
                evidence.disputed && <span className="tag disputed">{t.disputed}</span>,
              ]}
            />
          </summary>
          <StatementCard statement={statement} />
          {alternatives.map((other) => (
            <StatementCard key={other.id} statement={other} />
          ))}
        </details>
      ))}
    </section>
  );
}
