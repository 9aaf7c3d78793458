import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { relationWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import { pathsQuery } from '../queries/subgraph.ts';
import { Line, Waiting } from './answer.tsx';
import { EntityLink, StateLink } from './entity-link.tsx';

/** How two are connected, step by step. */
export function PathsPanel({
  between: [from, to],
}: {
  readonly between: readonly [string, string];
}) {
  const { t, language, code } = useTexts();
  const view = useView();
  const [{ data, error }, ask] = useQuery({
    query: pathsQuery,
    variables: { from, to, view, language: code },
  });
  if (error || !data)
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  const { nodes, completeness } = data.paths;
  return (
    <>
      <header>
        <StateLink to={{ between: null }} className="back">
          ← {t.back}
        </StateLink>
        <h2>{t.paths}</h2>
      </header>
      {nodes.length === 0 && <p>{completeness.complete ? t.noPath : t.noPathYet}</p>}
      {nodes.map(({ start, hops, length, independentSourceCount }) => (
        <section key={hops.map(({ relation }) => relation.id).join()} className="path">
          <Line
            parts={[
              t.steps(length),
              independentSourceCount !== null && t.sources(independentSourceCount),
            ]}
          />
          <ol>
            <li>
              <EntityLink entity={start} />
            </li>
            {hops.map(({ relation, forward, node, modality, evidence }) => (
              <li key={relation.id}>
                <StateLink to={{ relation: relation.id }} className="hop">
                  {relationWords(relation.type, forward, language)}
                  {modality &&
                    ` (${t.modalities[modality]}${evidence.disputed ? `, ${t.disputed}` : ''})`}
                </StateLink>
                <EntityLink entity={node} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
