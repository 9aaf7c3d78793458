import { expect, it } from 'vitest';
import { graphServer } from '../../support/ask.ts';
import { type Line, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

const company = (key: string): Line => ({
  ...{ kind: 'entity', key, type: 'Company', nameEn: `Name of ${key}`, nameDe: `Name von ${key}` },
});
const keysFrom = (prefix: string) =>
  Array.from({ length: 300 }, (_, i) => `${prefix}-${String(i).padStart(3, '0')}`);

const lasting = keysFrom('lasting');

it.each([
  ['forwards', 'first', 'after', 'hasNextPage', 'endCursor'],
  ['backwards', 'last', 'before', 'hasPreviousPage', 'startCursor'],
] as const)(
  'pages read %s between imports hold everything that is there all the time, once and in order',
  async (_way, size, beyond, more, cursorOf) => {
    await graph.importLines(lasting.map(company));
    const { ask } = graphServer({ connection: graph.connection });
    // Before, between and behind what is there; wherever the reader is, some come ahead and some behind.
    const coming = ['early', 'lasting-1', 'late'];
    const seen: string[] = [];
    let paging = `${size}: 20`;
    for (let read = 1; ; read++) {
      const { data } = await ask(
        `{ companies(${paging}) { nodes { key } pageInfo { ${more} ${cursorOf} } } }`,
      );
      const { nodes, pageInfo } = data.companies;
      const keys = nodes.map(({ key }: { key: string }) => key);
      seen.push(...(size === 'first' ? keys : keys.toReversed()));
      if (!pageInfo[more]) break;
      paging = `${size}: 20, ${beyond}: "${pageInfo[cursorOf]}"`;
      const prefix = read % 4 === 0 ? coming.shift() : undefined;
      if (prefix) await graph.importLines(keysFrom(prefix).map(company));
    }
    expect(coming).toEqual([]);
    const inOrder = size === 'first' ? lasting : lasting.toReversed();
    expect(seen.filter((key) => lasting.includes(key))).toEqual(inOrder);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(lasting.length);
  },
);
