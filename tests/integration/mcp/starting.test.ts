import { expect, test } from 'vitest';
import { leak } from '../../support/listening.ts';
import { mcpProcess } from '../../support/mcp-client.ts';
import { jvmsOf, runningAfter } from '../../support/running-processes.ts';
import { temporaryFolder } from '../local/temporary-folder.ts';

test('tools are there before Neo4j, the first question waits for it, and a closed stdin ends both', async () => {
  const home = temporaryFolder();
  const mcp = await mcpProcess({ CLAIMGRAPH_HOME: home, LOG_LEVEL: 'debug' });
  expect(mcp.tools).not.toEqual([]);
  expect(jvmsOf(home)).toEqual([]);
  const { isError, data } = await mcp.call('timeline', { entity: 'lei-jun', first: 1 });
  expect({ isError, data }).toMatchObject({
    ...{ isError: false, data: { entity: { timeline: { edges: [{}] } } } },
  });
  const jvms = jvmsOf(home);
  expect(jvms).toHaveLength(1);
  expect(mcp.log()).toContain('"level":20');
  await mcp.close();
  expect(await runningAfter(20_000, [mcp.pid, ...jvms])).toEqual([]);
}, 300_000);

test('a database that is not there is told without its address, which the log has', async () => {
  const mcp = await mcpProcess({
    NEO4J_URI: 'bolt://127.0.0.1:9',
    NEO4J_PASSWORD: 'x',
    LOG_LEVEL: 'error',
  });
  const { isError, text } = await mcp.call('conflicts');
  expect(isError).toBe(true);
  expect(text).toContain('cannot be opened');
  expect(text).not.toMatch(leak);
  // It comes through another pipe than the answer.
  await expect.poll(() => mcp.log()).toContain('bolt://127.0.0.1:9');
  await mcp.close();
});
