import { compileQuestion } from '../../src/graph/question.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import { storedDatasets } from '../write/dataset-questions.ts';

const described = [
  ...['title', 'titleDe', 'licence', 'source', 'description', 'descriptionDe', 'precedence'],
] as const;

/** A dataset of the graph as a record that describes it; null where the graph has none of that key. */
export async function knownDataset(
  client: GraphReader,
  key: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const stored = await client.read(compileQuestion(storedDatasets, {}));
  const found = stored.find((dataset) => dataset.key === key);
  if (!found) return null;
  const said = described.map((name) => [name, found.properties[name] ?? null] as const);
  return { key, ...Object.fromEntries(said.filter(([, value]) => value !== null)) };
}
