import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import { cypher, label, parameter } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { Candidate } from './likeness.ts';

const CandidateRow = z.object({
  key: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  aliases: z.array(z.string()),
  sameAs: z.array(z.string()),
  datasets: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});

const candidates = question<
  { readonly ontology: Ontology; readonly type: string; readonly after: string },
  z.infer<typeof CandidateRow>
>({
  name: 'import: entities that may be one',
  row: CandidateRow,
  ask: ({ ontology, type, after }) => cypher`
MATCH (e:${label(ontology, type)})
WHERE e.key > ${parameter('after', after)}
RETURN e.key AS key, e.name AS name, [name IN [e.nameEn, e.nameDe] WHERE name IS NOT NULL] AS names,
  coalesce(e.aliases, []) AS aliases, coalesce(e.sameAs, []) AS sameAs,
  coalesce(e.datasets, []) AS datasets,
  e {.*, aliases: null, sameAs: null, datasets: null, records: null, foldedNames: null} AS properties
ORDER BY key
LIMIT 5000`,
});

/** All entities of a type, by key. */
export async function readCandidates(
  client: GraphReader,
  ontology: Ontology,
  type: string,
): Promise<Candidate[]> {
  const declared = Object.entries(ontology.entities[type]?.properties ?? {});
  const texts = declared.filter(([, { kind }]) => kind !== 'point').map(([name]) => name);
  const read: Candidate[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: z.infer<typeof CandidateRow>[] = await client.read(
      compileQuestion(candidates, { ontology, type, after }),
    );
    for (const { properties, ...row } of page) {
      const given = texts.flatMap((name) => {
        const value = properties[name];
        return typeof value === 'string' ? [[name, value] as const] : [];
      });
      read.push({ ...row, type, properties: Object.fromEntries(given) });
    }
    after = page.at(-1)?.key;
  }
  return read;
}
