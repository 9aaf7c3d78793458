import type { ConflictChange, ConflictSide, DescribedConflict } from './conflict-change.ts';
import { printedTable } from './printed-table.ts';

const shownConflicts = 50;

/** Which conflicts appear, change or go: a table with a line for each of their claims. */
export function printedConflicts(changes: readonly ConflictChange[], dryRun: boolean): string {
  if (changes.length === 0)
    return `No conflict ${dryRun ? 'would appear or go' : 'appeared or went'}.`;
  const shown = changes.slice(0, shownConflicts);
  const table = printedTable([
    ['conflict', 'kind', 'about', 'claim', 'by'],
    ...shown.flatMap(rowsOf),
  ]);
  const more = changes.length - shown.length;
  return more > 0 ? `${table}\nand ${more} more: --json has all of them` : table;
}

function rowsOf({ change, before, after }: ConflictChange): string[][] {
  const conflict = (after ?? before) as DescribedConflict;
  const now = conflict.sides.map((side) => [side.says, by(side)]);
  const said = new Set(conflict.sides.map(({ says }) => says));
  const former = (before?.sides ?? []).filter(({ says }) => !said.has(says));
  const gone = former.map((side) => [`no longer: ${side.says}`, by(side)]);
  const lead = [words[change], conflict.kind, conflict.about];
  return [...now, ...gone].map((cells, index) => [
    ...(index === 0 ? lead : ['', '', '']),
    ...cells,
  ]);
}

const words = { APPEARS: 'appears', GOES: 'goes', CHANGES: 'changes' } as const;

function by({ statements }: ConflictSide): string {
  return statements.map(({ document, modality }) => `${document} (${modality})`).join(', ');
}
