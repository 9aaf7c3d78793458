import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** In the order in which they stand; each is written by a benchmark of its own. */
const sections = ['servers', 'load', 'import'] as const;
export type Section = (typeof sections)[number];

/** Writes one section of docs/performance.md and leaves the others as they are. Returns the path. */
export function writeSection(section: Section, text: string): string {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  writeFileSync(path, withSection(before, section, text));
  return path;
}

/** The page with a section written anew. */
export function withSection(page: string, section: Section, text: string): string {
  const written = sections.flatMap((each) => {
    const content = each === section ? text.trim() : sectionOf(page, each);
    return content === null ? [] : [`${begin(each)}\n${content}\n${end(each)}`];
  });
  return `${heading}\n\n${written.join('\n\n')}\n`;
}

const heading = `# Performance

Written by the benchmarks, each its own section; do not edit. The ratios hold elsewhere, the figures of one machine do not.`;

function sectionOf(page: string, section: Section): string | null {
  const [, after] = page.split(`${begin(section)}\n`);
  return after?.split(`\n${end(section)}`)[0] ?? null;
}

const begin = (section: Section) => `<!-- ${section}: begin -->`;
const end = (section: Section) => `<!-- ${section}: end -->`;
