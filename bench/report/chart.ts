import { median } from '../measuring/statistics.ts';
import type { Findings } from './findings.ts';
import { goalConnections, goals } from './goals.ts';
import { figure } from './markdown.ts';
import { cellOf, ratios } from './ratios.ts';

const series = [
  { server: 'ours', label: 'Claimgraph', color: '#1d4ed8' },
  { server: 'peer', label: '@neo4j/graphql', color: '#d97706' },
  { server: 'naive', label: 'a statement for each field', color: '#6b7280' },
] as const;

const size = { width: 780, left: 60, right: 50, top: 74, bar: 14, gap: 16 };
const rowHeight = series.length * size.bar + size.gap;

/** Throughput of each server as a ratio to the limit, with the goals: an SVG document. */
export function chartOf({ comparisons, cells }: Pick<Findings, 'comparisons' | 'cells'>): string {
  const rows = comparisons.map(({ query: { name, title } }) => ({
    ...{ name, title },
    bars: series.map(({ server, label, color }) => {
      const limit = cellOf(cells, name, 'limit', goalConnections);
      const values = ratios(cellOf(cells, name, server, goalConnections), limit);
      return { label, color, values };
    }),
  }));
  const most = Math.max(1.1, ...rows.flatMap(({ bars }) => bars.flatMap(({ values }) => values)));
  const x = (value: number) => size.left + (value / most) * (size.width - size.left - size.right);
  const height = size.top + rows.length * rowHeight + 24;
  const parts = [
    `<rect width="${size.width}" height="${height}" fill="#ffffff"/>`,
    text(
      16,
      24,
      `Throughput at ${goalConnections} connections, × one statement written by hand`,
      15,
    ),
    ...legend(),
    ...grid(most, x, height),
    ...rows.flatMap((row, index) => rowOf(row, size.top + index * rowHeight, x)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#111827" role="img" aria-label="Throughput beside other servers">
${parts.join('\n')}
</svg>
`;
}

interface Row {
  readonly name: string;
  readonly bars: readonly { readonly color: string; readonly values: readonly number[] }[];
}

/** Bars are medians over the rounds, with a thin line from the least to the most. */
function rowOf({ name, bars }: Row, y: number, x: (value: number) => number): string[] {
  const goal = goals[name]?.limit;
  const bottom = y + bars.length * size.bar;
  return [
    text(16, (y + bottom) / 2 + 5, name, 14),
    ...bars.flatMap(({ color, values }, index) => {
      if (values.length === 0) return [];
      const [top, middle] = [y + index * size.bar, y + (index + 0.5) * size.bar];
      const end = x(median(values));
      const [least, largest] = [x(Math.min(...values)), x(Math.max(...values))];
      return [
        `<rect x="${size.left}" y="${top + 1}" width="${round(end - size.left)}" height="${size.bar - 2}" fill="${color}"/>`,
        line(least, middle, largest, middle, '#111827'),
        text(Math.max(end, largest) + 5, middle + 4, figure(median(values)), 11),
      ];
    }),
    ...(goal === undefined ? [] : [line(x(goal), y - 3, x(goal), y + size.bar + 3, '#dc2626', 2)]),
  ];
}

function legend(): string[] {
  const entries = [...series.map(({ label, color }) => ({ label, color })), goalEntry];
  return entries.flatMap(({ label, color }, index) => {
    const left = 16 + index * 185;
    return [
      `<rect x="${left}" y="38" width="12" height="12" fill="${color}"/>`,
      text(left + 18, 49, label, 12),
    ];
  });
}

const goalEntry = { label: 'what Claimgraph has to reach', color: '#dc2626' };

function grid(most: number, x: (value: number) => number, height: number): string[] {
  const steps = Array.from({ length: Math.floor(most / 0.25) + 1 }, (_, index) => index * 0.25);
  return steps.flatMap((step) => [
    line(x(step), size.top - 8, x(step), height - 22, step === 1 ? '#111827' : '#e5e7eb'),
    text(x(step) - 8, height - 8, String(step), 11),
  ]);
}

function line(x1: number, y1: number, x2: number, y2: number, color: string, width = 1): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map(round);
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${color}" stroke-width="${width}"/>`;
}

function text(x: number, y: number, content: string, fontSize: number): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${fontSize}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${content}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
