import type { Command } from 'commander';
import {
  ConfigError,
  GraphUnavailableError,
  QueryTimedOutError,
  UserInputError,
} from '../../src/errors.ts';
import { ImportError, ImportStopped } from '../import-error.ts';

const expected = [
  ImportError,
  ConfigError,
  GraphUnavailableError,
  QueryTimedOutError,
  UserInputError,
];

/** Runs what the command line asks for. Exit code 2, with the reason on stderr, where that cannot be done. */
export async function runProgram(program: Command): Promise<void> {
  for (const command of [program, ...program.commands]) {
    command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (!expected.some((known) => error instanceof known)) throw error;
    console.error((error as Error).message);
    process.exitCode = error instanceof ImportStopped ? error.exitCode : 2;
  }
}
