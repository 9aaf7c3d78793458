import { lazy, Suspense } from 'react';
import { useAddress } from './address/use-address.ts';
import { Gaps } from './canvas/gaps.tsx';
import { Legend } from './canvas/legend.tsx';
import { useDrawing } from './canvas/use-drawing.ts';
import { DataDownloads } from './exports/data-downloads.tsx';
import { useTexts } from './language/use-texts.ts';
import { Waiting } from './panel/answer.tsx';
import { Panel } from './panel/panel.tsx';
import { Start } from './start.tsx';
import { GraphTable } from './table/graph-table.tsx';

/** WebGL is fetched once there is something to draw. */
const GraphCanvas = lazy(async () => ({
  default: (await import('./canvas/graph-canvas.tsx')).GraphCanvas,
}));

/** The graph, as a picture or as a table, with what is known of what is chosen in it. */
export function GraphPage() {
  const { address } = useAddress();
  const { t } = useTexts();
  const { drawing, loading, error, queryLink, retry } = useDrawing();
  const isEmpty = address.around.length === 0 && !address.between;
  const isDrawn = !isEmpty && address.page === 'graph';
  return (
    <div
      className={`graph-page ${address.entity || address.relation || address.between ? 'with-panel' : ''}`}
    >
      <section
        className={`stage ${isDrawn ? 'drawn' : ''}`}
        aria-label={t.graph}
        aria-busy={loading}
      >
        {isEmpty && address.page === 'graph' && <Start />}
        {address.page === 'table' && <GraphTable drawing={drawing} />}
        {isDrawn && (
          <>
            <div className="drawing">
              <Suspense>
                <GraphCanvas drawing={drawing} />
              </Suspense>
            </div>
            <p className="elsewhere">
              <a href={queryLink}>{t.showQuery}</a>
              {drawing.browserUrl && <a href={drawing.browserUrl}>{t.showCypher}</a>}
              <DataDownloads drawing={drawing} />
            </p>
            <Legend />
          </>
        )}
        <Gaps gaps={drawing.gaps} retry={retry} />
        {loading && (
          <p className="loading" role="status">
            {t.loading}
          </p>
        )}
        {error && (
          <div className="over">
            <Waiting error={error} retry={retry} />
          </div>
        )}
      </section>
      <Panel />
    </div>
  );
}
