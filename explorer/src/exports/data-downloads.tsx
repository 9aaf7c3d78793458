import { useState } from 'react';
import { useClient } from 'urql';
import { useView } from '../address/use-address.ts';
import type { Drawing } from '../canvas/drawing.ts';
import { useTexts } from '../language/use-texts.ts';
import { citedGraph } from './cited-graph.ts';
import { download } from './download.ts';

const formats = ['CSV', 'GraphML', 'JSON-LD'] as const;
type Format = (typeof formats)[number];

/** What is drawn as data, every relation with the statements behind it. */
export function DataDownloads({ drawing }: { readonly drawing: Drawing }) {
  const client = useClient();
  const view = useView();
  const { t, code, language } = useTexts();
  const [problem, setProblem] = useState<string | null>(null);
  const give = async (format: Format) => {
    setProblem(null);
    try {
      const graph = await citedGraph(drawing, client, { view, language: code });
      const name = graph.complete ? 'claimgraph' : 'claimgraph-part';
      // Whoever only looks around is spared them.
      if (format === 'CSV') {
        const { csvOf } = await import('./csv.ts');
        download(`${name}.csv`, new Blob([csvOf(graph)], { type: 'text/csv' }));
      } else if (format === 'GraphML') {
        const { graphmlOf } = await import('./graphml.ts');
        download(`${name}.graphml`, new Blob([graphmlOf(graph)], { type: 'application/xml' }));
      } else {
        const { jsonLdOf } = await import('./json-ld.ts');
        const text = jsonLdOf(graph, language);
        download(`${name}.jsonld`, new Blob([text], { type: 'application/ld+json' }));
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <span className="downloads">
      {t.dataWithSources}{' '}
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          title={`${t.download}: ${format}`}
          onClick={() => void give(format)}
        >
          {format}
        </button>
      ))}
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}
