import type Graph from 'graphology';
import Sigma from 'sigma';
import {
  extremityArrow,
  layerDashed,
  layerFill,
  layerPlain,
  pathCurved,
  pathLine,
} from 'sigma/rendering';
import { sdfShapes } from './sdf-shapes.ts';
import { type EdgeAttributes, labelOf, type NodeAttributes, type Palette } from './style.ts';

/** What the page says of a node beside its attributes. */
const nodeState = { isSelected: false, isFaint: false, isLabelled: false };
const edgeState = { isSelected: false, isFaint: false };

export type Renderer = ReturnType<typeof createRenderer>;

/** Nodes and relations that move fluently as they are, without a GPU too. */
const fluent = 3_000;

export function isLarge(graph: { readonly order: number; readonly size: number }): boolean {
  return graph.order + graph.size > fluent;
}

/** While a large graph is moved its nodes stay, and its relations and names come back after. */
export function adaptTo(renderer: Renderer): void {
  const large = isLarge(renderer.getGraph());
  renderer.setSetting('hideEdgesOnMove', large);
  renderer.setSetting('hideLabelsOnMove', large);
}

/** Draws a graph into an element, in the colours of the page. */
export function createRenderer(
  graph: Graph<NodeAttributes, EdgeAttributes>,
  container: HTMLElement,
  palette: Palette,
) {
  const edgeColour = (onPath: boolean, isSelected: boolean) =>
    onPath || isSelected ? palette.path : palette.edge;
  return new Sigma(graph, container, {
    customNodeState: nodeState,
    customEdgeState: edgeState,
    primitives: {
      nodes: {
        shapes: sdfShapes,
        layers: [layerFill()],
        label: { margin: 4, font: { family: 'system-ui, sans-serif', weight: '500', size: 12 } },
      },
      edges: {
        paths: [pathLine(), pathCurved()],
        extremities: [extremityArrow()],
        variables: {
          dash: { type: 'number', default: 0 },
          // A dashed edge has gaps in the colour of the ground: what is under the dashes is not left out.
          underDashes: { type: 'color', default: palette.edge },
        },
        layers: [
          layerPlain({ color: { attribute: 'underDashes', default: palette.edge } }),
          layerDashed({
            dashSize: { attribute: 'dash', default: 0, mode: 'pixels' },
            gapSize: { attribute: 'dash', default: 0, mode: 'pixels' },
          }),
        ],
      },
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        shape: { attribute: 'shape' },
        color: { attribute: 'color' },
        opacity: (_, { isFaint }) => (isFaint ? 0.25 : 1),
        depth: (_, { isHovered }) => (isHovered ? 'topNodes' : 'nodes'),
        cursor: 'pointer',
        label: ({ name }, { isHovered, isSelected }) =>
          isHovered || isSelected ? name : labelOf(name),
        labelColor: palette.text,
        labelSize: 12,
        labelBackgroundColor: `${palette.ground}cc`,
        labelBackgroundPadding: 1,
        labelPosition: 'below',
        labelVisibility: (_, { isHovered, isLabelled }) =>
          isHovered || isLabelled ? 'visible' : 'hidden',
        backdropVisibility: (_, { isHovered, isSelected }) =>
          isHovered || isSelected ? 'visible' : 'hidden',
        backdropColor: palette.ground,
        backdropBorderColor: palette.path,
        backdropBorderWidth: 2,
        backdropShadowBlur: 0,
        backdropShadowColor: 'transparent',
        backdropPadding: 5,
        backdropArea: 'node',
      },
      edges: {
        size: { attribute: 'size' },
        color: ({ onPath }, { isSelected }) => edgeColour(onPath, isSelected),
        dash: ({ disputed }) => (disputed ? 7 : 0),
        underDashes: ({ disputed, onPath }, { isSelected }) =>
          disputed ? palette.ground : edgeColour(onPath, isSelected),
        opacity: (_, { isFaint }) => (isFaint ? 0.3 : 1),
        path: (_, { parallelCount }) => (parallelCount > 1 ? 'curved' : 'straight'),
        parallelPath: 'curved',
        head: ({ symmetric }) => (symmetric ? 'none' : 'arrow'),
        cursor: 'pointer',
        depth: (_, { isHovered }) => (isHovered ? 'topEdges' : 'edges'),
        label: { attribute: 'words' },
        labelColor: palette.text,
        labelSize: 11,
        labelBackgroundColor: palette.ground,
        labelVisibility: (_, { isHovered, isSelected }) =>
          isHovered || isSelected ? 'visible' : 'hidden',
      },
    },
    settings: {
      renderEdgeLabels: true,
      enableEdgeEvents: true,
      itemSizesReference: 'screen',
      autoRescaleContent: 'labels',
      stagePadding: Math.min(48, 0.08 * shorterSide(container)),
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) * crowding(container),
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      labelDensity: 100,
      labelRenderedSizeThreshold: 0,
      allowInvalidContainer: true,
    },
  });
}

/** Pixels, of a side on which nodes have the size that they are given. */
const roomy = 560;

/** By how much smaller all is drawn in a window that has no room for it. */
function crowding(container: HTMLElement): number {
  return Math.min(2.5, Math.max(1, roomy / shorterSide(container)));
}

function shorterSide({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.max(1, Math.min(clientWidth, clientHeight));
}
