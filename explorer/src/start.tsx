import { useQuery } from 'urql';
import { graphql } from './graphql/graphql.ts';
import { useTexts } from './language/use-texts.ts';
import { Waiting } from './panel/answer.tsx';
import { EntityLink, StateLink } from './panel/entity-link.tsx';

const startQuery = graphql(`
  query Start($language: Language!) {
    entities(first: 5, orderBy: [{ field: STATEMENT_COUNT, direction: DESC }]) {
      nodes { id key type name(language: $language) }
    }
    places(first: 4, orderBy: [{ field: STATEMENT_COUNT, direction: DESC }]) {
      nodes { id key type name(language: $language) }
    }
    stats { statements documents }
  }
`);

/** What a first visit finds: what this is, and where to begin, as the graph has it. */
export function Start() {
  const { t, code: language, number } = useTexts();
  const [{ data, error }, ask] = useQuery({ query: startQuery, variables: { language } });
  const entries = [...(data?.entities.nodes ?? []), ...(data?.places.nodes ?? [])];
  const once = entries.filter(
    ({ key }, index) => entries.findIndex((e) => e.key === key) === index,
  );
  return (
    <section className="start">
      <h2>{t.startTitle}</h2>
      <p>{t.startText}</p>
      {!data && <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />}
      {data && (
        <>
          <h3>{t.startWith}</h3>
          <ul className="entries">
            {once.map((entity) => (
              <li key={entity.id}>
                <EntityLink entity={entity} />
              </li>
            ))}
          </ul>
          <p>
            <StateLink to={{ page: 'plans' }} className="more">
              {t.startPlans} →
            </StateLink>
          </p>
          <p className="quiet">
            {t.counted(number(data.stats.statements), number(data.stats.documents))}
          </p>
        </>
      )}
    </section>
  );
}
