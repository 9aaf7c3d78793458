import { useAddress } from '../address/use-address.ts';
import { download, pngOf } from '../exports/download.ts';
import { svgOf } from '../exports/svg.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Renderer } from './renderer.ts';
import { currentPalette } from './style.ts';

/** For those who have no wheel. */
export function CanvasButtons({ renderer }: { readonly renderer: Renderer }) {
  const { t } = useTexts();
  const { go } = useAddress();
  const camera = renderer.getCamera();
  const picture = () => {
    const { width, height } = renderer.getDimensions();
    const svg = svgOf({
      ...{ graph: renderer.getGraph(), palette: currentPalette(), width, height },
      place: (at) => renderer.graphToViewport(at),
      scale: (size) => renderer.scaleSize(size),
    });
    return { svg, width, height };
  };
  return (
    <div className="canvas-buttons">
      <button type="button" title={t.zoomIn} onClick={() => void camera.zoomIn()}>
        <span aria-hidden="true">+</span>
        <span className="unseen">{t.zoomIn}</span>
      </button>
      <button type="button" title={t.zoomOut} onClick={() => void camera.zoomOut()}>
        <span aria-hidden="true">−</span>
        <span className="unseen">{t.zoomOut}</span>
      </button>
      <button type="button" onClick={() => void camera.reset()}>
        {t.fit}
      </button>
      <button
        type="button"
        onClick={() => go({ around: [], entity: null, relation: null, between: null })}
      >
        {t.dropAll}
      </button>
      <button
        type="button"
        title={`${t.download}: SVG`}
        onClick={() =>
          download('claimgraph.svg', new Blob([picture().svg], { type: 'image/svg+xml' }))
        }
      >
        SVG
      </button>
      <button
        type="button"
        title={`${t.download}: PNG`}
        onClick={async () => download('claimgraph.png', await pngOf(picture()))}
      >
        PNG
      </button>
    </div>
  );
}
