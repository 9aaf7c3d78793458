import type { Drawing } from '../canvas/drawing.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import { relationWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import { EntityLink, StateLink } from '../panel/entity-link.tsx';

/** What the canvas shows, as text. */
export function GraphTable({ drawing }: { readonly drawing: Drawing }) {
  const { t, language, day } = useTexts();
  const nodes = [...drawing.nodes.values()].sort((a, b) => (b.degree ?? 0) - (a.degree ?? 0));
  const nameOf = (key: string) => drawing.nodes.get(key) ?? { key, name: key };
  const edges = [...drawing.edges.values()].sort(
    (a, b) => b.sources - a.sources || nameOf(a.from).name.localeCompare(nameOf(b.from).name),
  );
  if (nodes.length === 0) return <p className="empty">{t.emptyTable}</p>;
  return (
    <div className="tables">
      <table>
        <caption>
          {t.relationsTable} <span className="quiet">{edges.length}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.relation}</th>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.modality}</th>
            <th scope="col">{t.sourcesShort}</th>
            <th scope="col">{t.firstKnown}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.id}>
              <td>
                <EntityLink entity={nameOf(edge.from)} />
              </td>
              <td>
                <StateLink to={{ relation: edge.id }}>
                  {relationWords(edge.type, true, language)}
                  {edge.role && ` (${edge.role})`}
                </StateLink>
              </td>
              <td>
                <EntityLink entity={nameOf(edge.to)} />
              </td>
              <td>
                {edge.modality && t.modalities[edge.modality]}
                {edge.disputed && <span className="tag disputed">{t.disputed}</span>}
              </td>
              <td data-label={t.sourcesShort}>{edge.sources}</td>
              <td data-label={t.firstKnown}>{edge.firstReported && day(edge.firstReported)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>
          {t.entitiesTable} <span className="quiet">{nodes.length}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.type}</th>
            <th scope="col">{t.degree}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ key, name, type, degree }) => (
            <tr key={key}>
              <td>
                <EntityLink entity={{ key, name }} />
              </td>
              <td>
                <TypeMark type={type} /> {t.types[type]}
              </td>
              <td data-label={t.degree}>{degree}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
