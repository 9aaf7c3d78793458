import type { Ontology } from './ontology/define.ts';

/** The relations of an ontology as a Markdown table, for the README. */
export function ontologyTable({ relations }: Ontology): string {
  const rows = Object.entries(relations).map(([type, relation]) => {
    const { from, to, field, inverse, roles } = relation;
    const kinds = roles === undefined ? '' : roles === 'free' ? 'free' : roles.join(', ');
    const ends = `${from.join(', ')} ${relation.symmetric ? '–' : '→'} ${to.join(', ')}`;
    const fields = inverse ? `\`${field}\` / \`${inverse}\`` : `\`${field}\``;
    return `| ${type} | ${ends} | ${fields} | ${kinds} |`;
  });
  return ['| relation | from → to | field / inverse | roles |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
