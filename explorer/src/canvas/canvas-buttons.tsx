import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Drawing } from './drawing.ts';
import type { Renderer } from './renderer.ts';

/** For those who have no wheel. */
export function CanvasButtons({
  renderer,
}: {
  readonly renderer: Renderer;
  readonly drawing: Drawing;
}) {
  const { t } = useTexts();
  const { go } = useAddress();
  const camera = renderer.getCamera();
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
    </div>
  );
}
