import type { z } from 'zod';
import type {
  Conflicts,
  Entity,
  PageInfo,
  Paths,
  Promises,
  Relations,
  Revision,
  Search,
  Timeline,
} from '../answers/answers.ts';
import type { Claim, Related } from '../answers/claim.ts';
import { claimText, nameText, Sources, valueText } from './claim-text.ts';

type Answer<Schema extends z.ZodType> = z.infer<Schema>;

/** An answer in words: every claim on a line with the number of its source, and the sources at the end. */
function written(lines: (sources: Sources) => readonly string[]): string {
  const sources = new Sources();
  return [...lines(sources), ...sources.lines()].join('\n');
}

export function searchText({ search }: Answer<typeof Search>): string {
  return written((sources) => [
    `${search.totalCount} found.`,
    ...search.edges.flatMap(({ node, matches }) => [
      `${nameText(node)}${node.description ? `: ${node.description}` : ''}`,
      ...matches
        .filter(({ text }) => text !== node.name && text !== node.description)
        .map(({ field, text }) => `  met in ${field}: ${text}`),
      ...claims(node.statements, sources, '  '),
    ]),
    ...more(search.pageInfo),
  ]);
}

export function entityText({ entity }: Answer<typeof Entity>): string {
  const { aliases, description, sameAs, facts, relations, statements } = entity;
  return written((sources) => [
    nameText(entity),
    ...(description ? [description] : []),
    ...(aliases.length > 0 ? [`Also: ${aliases.join(', ')}`] : []),
    ...(sameAs.length > 0 ? [`The same as: ${sameAs.join(', ')}`] : []),
    ...planLines(entity, sources),
    `${facts.length} attributes:`,
    ...facts.flatMap(({ attribute, statement, alternatives, evidence }) => [
      `- ${attribute}: ${statement.value ? valueText(statement.value) : ''}, ${support(evidence)}`,
      ...[statement, ...alternatives].map((claim) => `  - ${claimText(claim, sources)}`),
    ]),
    `${relations.totalCount} relations:`,
    ...relations.edges.flatMap((edge) => relatedLines(edge, sources)),
    ...more(relations.pageInfo, 'the tool relations pages through them'),
    `${statements.totalCount} claims mention it.`,
  ]);
}

export function relationsText({ entity }: Answer<typeof Relations>): string {
  const { totalCount, edges, pageInfo } = entity.relations;
  return written((sources) => [
    `${nameText(entity)}: ${totalCount} relations.`,
    ...edges.flatMap((edge) => relatedLines(edge, sources)),
    ...more(pageInfo),
  ]);
}

export function pathsText({ paths }: Answer<typeof Paths>): string {
  const { complete, reason, completeToHops } = paths.completeness;
  const reach = completeToHops === null ? '' : `, complete to ${completeToHops} hops`;
  return written((sources) => [
    ...(paths.nodes.length === 0 ? ['No path.'] : []),
    ...paths.nodes.flatMap(({ length, start, hops }) => [
      `${length} hops from ${nameText(start)}:`,
      ...hops.flatMap((hop) => [
        `→ ${nameText(hop.node)}`,
        ...relatedLines(hop, sources).map((line) => `  ${line}`),
      ]),
    ]),
    ...(complete ? [] : [`The answer is cut short: ${reason}${reach}.`]),
    ...more(paths.pageInfo),
  ]);
}

export function timelineText({ entity }: Answer<typeof Timeline>): string {
  const { totalCount, edges, pageInfo } = entity.timeline;
  return written((sources) => [
    `${nameText(entity)}: ${totalCount} claims with a time.`,
    ...edges.map(({ time, node }) => `- ${time.label}: ${claimText(node, sources)}`),
    ...more(pageInfo),
  ]);
}

export function conflictsText({ conflicts }: Answer<typeof Conflicts>): string {
  return written((sources) => [
    `${conflicts.totalCount} conflicts.`,
    ...conflicts.nodes.flatMap(({ kind, statements }) => [
      `${kind}:`,
      ...statements.map((claim) => `- ${claimText(claim, sources)}`),
    ]),
    ...more(conflicts.pageInfo),
  ]);
}

export function promisesText({ plans }: Answer<typeof Promises>): string {
  return written((sources) => [
    `${plans.totalCount} plans.`,
    ...plans.nodes.flatMap((plan) => [
      `${nameText(plan)}${plan.description ? `: ${plan.description}` : ''}`,
      ...planLines(plan, sources),
      ...[...plan.announced.edges, ...plan.concerned.edges].flatMap((edge) =>
        relatedLines(edge, sources),
      ),
    ]),
    ...more(plans.pageInfo),
  ]);
}

interface Planned {
  readonly status?: string | undefined;
  readonly due?: { readonly label: string } | null | undefined;
  readonly revisions?: readonly Revision[] | undefined;
}

function planLines({ status, due, revisions = [] }: Planned, sources: Sources): string[] {
  if (status === undefined) return [];
  return [
    `Status ${status}, due ${due?.label ?? 'at no stated time'}.`,
    ...revisions.map(({ due, status, slipDays, statement }) => {
      const slip = slipDays ? `, ${slipDays} days later than before` : '';
      const stated = [status, due?.label].filter(Boolean).join(', ');
      return `- stated: ${stated}${slip}: ${claimText(statement, sources)}`;
    }),
  ];
}

function relatedLines(
  { relation, evidence, period }: Omit<Related, 'forward' | 'modality'>,
  sources: Sources,
): string[] {
  const { from, to, type, role, statements } = relation;
  const [as, when] = [role ? ` (${role})` : '', period ? `, ${period.label}` : ''];
  return [
    `- ${from.name} (${from.key}) ${type}${as} ${to.name} (${to.key})${when}, ${support(evidence)}`,
    ...claims(statements, sources, '  '),
  ];
}

function support({ independentSourceCount, disputed }: Related['evidence']): string {
  const sources = `${independentSourceCount} independent source${independentSourceCount === 1 ? '' : 's'}`;
  return `${sources}${disputed ? ', disputed' : ''}`;
}

function claims(
  { totalCount, nodes }: { readonly totalCount: number; readonly nodes: readonly Claim[] },
  sources: Sources,
  indent: string,
): string[] {
  const rest = totalCount - nodes.length;
  return [
    ...nodes.map((claim) => `${indent}- ${claimText(claim, sources)}`),
    ...(rest > 0 ? [`${indent}- and ${rest} more claims`] : []),
  ];
}

function more({ hasNextPage, endCursor }: PageInfo, how = `ask again with after: "${endCursor}"`) {
  return hasNextPage ? [`There is more: ${how}.`] : [];
}
