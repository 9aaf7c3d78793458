import { Command } from 'commander';
import type { GraphSize } from '../graph/size.ts';
import { listOf, wholeNumber } from '../option-values.ts';
import { fullSizes, type InputKind, inputKinds, quickSizes } from './input-size.ts';

export interface ImportBenchOptions {
  readonly kinds: readonly InputKind[];
  readonly sizes: Readonly<Record<InputKind, GraphSize>>;
  readonly rounds: number;
}

interface Flags {
  readonly quick: boolean;
  readonly only: readonly InputKind[];
  readonly rounds?: number;
  readonly entities?: number;
  readonly relations?: number;
}

export function readImportOptions(argv: readonly string[]): ImportBenchOptions {
  const command = new Command('bench:import')
    .description('Times the import beside a driver and statements by hand.')
    .option('--quick', 'small graphs, in less than three minutes; only prints', false)
    .option('--only <kinds>', `of ${inputKinds.join()}`, listOf(inputKinds), [...inputKinds])
    .option('--rounds <n>', 'how often all is timed', wholeNumber)
    .option(
      '--entities <n>',
      'of each graph; another size than usual is not documented',
      wholeNumber,
    )
    .option(
      '--relations <n>',
      'of each graph, ten for each entity if nothing is said',
      wholeNumber,
    );
  command.parse(argv as string[]);
  const { quick, only, rounds, entities, relations } = command.opts<Flags>();
  const usual = quick ? quickSizes : fullSizes;
  const sized = (kind: InputKind): GraphSize => {
    const many = entities ?? usual[kind].entities;
    const ofThem = relations ?? (entities === undefined ? usual[kind].relations : many * 10);
    return { ...usual[kind], entities: many, relations: ofThem };
  };
  return {
    ...{ kinds: only, rounds: rounds ?? (quick ? 2 : 3) },
    sizes: { relations: sized('relations'), statements: sized('statements') },
  };
}
