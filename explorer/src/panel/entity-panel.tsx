import { useQuery } from 'urql';
import { useAddress, useView } from '../address/use-address.ts';
import { useTitle } from '../address/use-title.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import { useTexts } from '../language/use-texts.ts';
import { entityQuery } from '../queries/entity.ts';
import { Line, Waiting } from './answer.tsx';
import { StateLink } from './entity-link.tsx';
import { Facts } from './facts.tsx';
import { PathsTo } from './paths-to.tsx';
import { Related } from './related.tsx';

/** What is known of an entity among the claims that count. */
export function EntityPanel({ entity: key }: { readonly entity: string }) {
  const { t, code: language, other } = useTexts();
  const { address } = useAddress();
  const view = useView();
  const [{ data, error, fetching }, ask] = useQuery({
    query: entityQuery,
    variables: { key, view, language, other },
  });
  useTitle(data?.entity?.name);
  if (error || !data || fetching)
    return <Waiting error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  const { entity } = data;
  if (!entity) return <p role="alert">{t.unknownEntity(key)}</p>;
  const { type, name, otherName, aliases, description, sameAs } = entity;
  const names = [...new Set([otherName, ...aliases])].filter((each) => each !== name);
  const isDrawn = address.around.includes(key);
  return (
    <>
      <header>
        <p className="kind">
          <TypeMark type={type} /> {t.types[type]}
        </p>
        <h2>{name}</h2>
        {names.length > 0 && <Line parts={names} />}
      </header>
      {description && <p>{description}</p>}
      {'status' in entity && (
        <Line
          className="tags"
          parts={[
            <span key="status" className={`tag ${entity.status.toLowerCase()}`}>
              {t.statuses[entity.status]}
            </span>,
            entity.due && `${t.due}: ${entity.due.label}`,
          ]}
        />
      )}
      <nav className="actions">
        {isDrawn ? (
          <StateLink to={{ around: address.around.filter((each) => each !== key) }}>
            {t.fold}
          </StateLink>
        ) : (
          <StateLink to={{ around: [...address.around, key] }}>{t.expand}</StateLink>
        )}
        <StateLink to={{ around: [key], between: null }}>{t.centre}</StateLink>
        {sameAs.map((url) => (
          <a key={url} href={url} rel="noreferrer">
            {new URL(url).hostname.replace(/^www\./, '')}
          </a>
        ))}
      </nav>
      <PathsTo entity={key} />
      <Facts entity={key} />
      <Related key={`${key}${JSON.stringify(view)}`} entity={key} />
    </>
  );
}
