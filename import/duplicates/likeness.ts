import { plainAddress } from './address.ts';
import { type NameForms, nameForms } from './name-forms.ts';
import { similarity } from './similar-texts.ts';

/** An entity, as far as it may be taken for another. */
export interface Candidate {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** In both languages. */
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
  readonly datasets: readonly string[];
  /** Its declared properties that are texts. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface Likeness {
  /** From 0 to 1. */
  readonly score: number;
  /** Why, the strongest reason first. */
  readonly reasons: readonly string[];
}

/** Names that have less in common are no reason by themselves. */
export const leastSimilarity = 0.7;

/**
 * How likely two entities of one type are one. The best reason among names, and a common address,
 * count as independent of each other; properties that differ count against it.
 */
export function likeness(a: Candidate, b: Candidate): Likeness {
  const [names, address] = [nameReason(a, b), addressReason(a, b)];
  const reasons = [names, address].filter((reason) => reason !== null);
  const unlike = reasons.reduce((product, { weight }) => product * (1 - weight), 1);
  const differing = Object.entries(a.properties).filter(([name, value]) => {
    const other = b.properties[name];
    return other !== undefined && other !== value;
  });
  const score = (1 - unlike) * differs ** differing.length;
  const against = differing.map(
    ([name, value]) => `${name} differs: ${value}, ${b.properties[name]}`,
  );
  const inOrder = reasons.sort((one, other) => other.weight - one.weight);
  return { score, reasons: [...inOrder.map(({ words }) => words), ...against] };
}

interface Reason {
  readonly weight: number;
  readonly words: string;
}

/** What a property that differs leaves of a score. */
const differs = 0.7;

function addressReason(a: Candidate, b: Candidate): Reason | null {
  const known = new Set(b.sameAs.map(plainAddress));
  const shared = a.sameAs.find((address) => known.has(plainAddress(address)));
  return shared === undefined ? null : { weight: 0.95, words: `same address: ${shared}` };
}

function nameReason(a: Candidate, b: Candidate): Reason | null {
  let best: Reason | null = null;
  for (const one of formsOf(a)) {
    for (const other of formsOf(b)) {
      const reason = likeNames(one, other);
      if (reason && reason.weight > (best?.weight ?? 0)) best = reason;
    }
  }
  return best;
}

interface Form extends NameForms {
  readonly name: string;
  readonly isAlias: boolean;
}

function formsOf({ type, names, aliases }: Candidate): Form[] {
  return [
    ...names.map((name) => ({ ...nameForms(name, type), name, isAlias: false })),
    ...aliases.map((name) => ({ ...nameForms(name, type), name, isAlias: true })),
  ];
}

function likeNames(a: Form, b: Form): Reason | null {
  const aliases = Number(a.isAlias) + Number(b.isAlias);
  const what = ['name', 'name and alias', 'alias'][aliases];
  const pair = a.name === b.name ? a.name : `${a.name}, ${b.name}`;
  const reason = (weight: number, how: string) => ({
    ...{ weight: weight - 0.05 * aliases, words: `${how} ${what}: ${pair}` },
  });
  if (a.folded === b.folded) return reason(0.9, 'same');
  if (a.latin === b.latin) return reason(0.85, 'same, in Latin letters,');
  if (a.compact === b.compact) return reason(0.82, 'same, but for spaces,');
  if (a.bare === b.bare) return reason(0.8, 'same, but for order or legal form,');
  const share = similarity(a.bare, b.bare);
  if (share < leastSimilarity) return null;
  return reason(0.75 * share, `${Math.round(share * 100)} % similar`);
}
