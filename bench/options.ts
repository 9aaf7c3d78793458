import { Command } from 'commander';
import { fullSize, type GraphSize, quickSize } from './graph/size.ts';
import { listOf, oneOf, wholeNumber, wholeNumbers } from './option-values.ts';
import { queries, variations } from './queries/queries.ts';
import { type ServerName, serverNames } from './servers/start-server.ts';

export interface BenchOptions {
  readonly quick: boolean;
  readonly size: GraphSize;
  readonly only: readonly string[];
  readonly rounds: number;
  readonly servers: readonly ServerName[];
  readonly connections: readonly number[];
  /** A query whose profile is written instead of measuring. */
  readonly profile: string | undefined;
}

const names = queries.map(({ name }) => name);
const profiled = [...queries, ...variations].map(({ name }) => name);

export function readOptions(argv: readonly string[]): BenchOptions {
  const command = new Command('bench')
    .description('Measures the server beside others on one graph.')
    .option('--quick', 'a small graph, in about two minutes; only prints', false)
    .option('--only <queries>', `of ${names.join()}`, listOf(names), names)
    .option('--rounds <n>', 'how often all is measured', wholeNumber)
    .option('--servers <names>', `of ${serverNames.join()}`, listOf(serverNames), [...serverNames])
    .option('--connections <numbers>', 'at once', wholeNumbers)
    .option(
      '--entities <n>',
      'of the graph; another size than usual is not documented',
      wholeNumber,
    )
    .option('--relations <n>', 'of the graph, ten for each entity if nothing is said', wholeNumber)
    .option(
      '--profile <query>',
      'write a V8 profile of our server under this query',
      oneOf(profiled),
    );
  command.parse(argv as string[]);
  const options = command.opts<
    Partial<BenchOptions & GraphSize> & Pick<BenchOptions, 'quick' | 'only' | 'servers'>
  >();
  return {
    ...{ quick: options.quick, only: options.only, servers: options.servers },
    size: sizeOf(options.quick ? quickSize : fullSize, options),
    rounds: options.rounds ?? (options.quick ? 2 : 5),
    connections: options.connections ?? (options.quick ? [10] : [1, 10, 50]),
    profile: options.profile,
  };
}

function sizeOf(
  usual: GraphSize,
  { entities, relations }: { readonly entities?: number; readonly relations?: number },
): GraphSize {
  const many = entities ?? usual.entities;
  return { ...usual, entities: many, relations: relations ?? many * 10 };
}
