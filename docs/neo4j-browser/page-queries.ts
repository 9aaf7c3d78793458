import { readFileSync } from 'node:fs';

/** One question of docs/cypher.md. */
export interface PageQuery {
  readonly title: string;
  readonly cypher: string;
  /** Its rows as JSON. */
  readonly answer: string;
}

/** The questions of docs/cypher.md, in its order. */
export function pageQueries(): readonly PageQuery[] {
  const page = readFileSync(new URL('../cypher.md', import.meta.url), 'utf8');
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split('\n')[0] ?? '',
      cypher: /```cypher\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
      answer: /```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
    }));
}

/** A file of a zip that Neo4j Browser takes as favorites: a folder, and in the first line its title. */
export function savedQuery({ title, cypher }: PageQuery): { name: string; text: string } {
  const name = title.replaceAll(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '');
  return { name: `Claimgraph/${name}.cypher`, text: `// ${title}\n${cypher}` };
}
