import { attributeWords, relationWords } from '../language/predicates.ts';
import { useTexts } from '../language/use-texts.ts';
import type { ShownStatement } from '../queries/statement.ts';
import { Line } from './answer.tsx';
import { EntityLink } from './entity-link.tsx';
import { Passage } from './passage.tsx';
import { valueInWords } from './statement-value.ts';

/** A claim: what it says, who says so, how, when and where. */
export function StatementCard({ statement }: { readonly statement: ShownStatement }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { summary, subject, predicate, object, value, modality, polarity, document } = statement;
  const { attributedTo, attribution, origin, saidAt, time, passage, conflicts, scope } = statement;
  const said = object
    ? `${subject.name} ${relationWords(predicate, true, language)} ${object.name}`
    : `${subject.name}: ${attributeWords(predicate, language)} ${value ? valueInWords(value, speech) : ''}`;
  return (
    <article className="statement">
      <p className="summary">{summary ?? said}</p>
      <Line
        className="tags"
        parts={[
          <span key="modality" className={`tag ${modality.toLowerCase()}`}>
            {t.modalities[modality]}
          </span>,
          polarity === 'NEGATED' && <span className="tag denied">{t.denied}</span>,
          conflicts.length > 0 && <span className="tag disputed">{t.contradicted}</span>,
        ]}
      />
      <dl>
        {(attributedTo.length > 0 || attribution) && (
          <>
            <dt>{t.saidBy}</dt>
            <dd>
              {attributedTo.map((speaker) => (
                <EntityLink key={speaker.key} entity={speaker} />
              ))}
              {attribution}
              {saidAt && ` (${saidAt.label})`}
            </dd>
          </>
        )}
        {origin?.__typename !== 'Document' && origin && 'name' in origin && (
          <>
            <dt>{t.reportedBy}</dt>
            <dd>
              <EntityLink entity={origin} />
            </dd>
          </>
        )}
        {(time || scope) && (
          <>
            <dt>{t.about}</dt>
            <dd>{[time?.label, scope].filter(Boolean).join(' · ')}</dd>
          </>
        )}
        <dt>{t.document}</dt>
        <dd>
          {document.url ? (
            <a href={document.url} rel="noreferrer">
              {document.title}
            </a>
          ) : (
            <cite title={document.titleInferred ? t.inferredTitle : undefined}>
              {document.title}
            </cite>
          )}
        </dd>
        <dt>{t.published}</dt>
        <dd>{document.publishedAt?.label ?? t.undated}</dd>
      </dl>
      {passage && <Passage passage={passage} language={document.language} />}
    </article>
  );
}
