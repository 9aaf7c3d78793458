import { ConfigError, GraphUnavailableError, QueryTimedOutError } from '../src/errors.ts';
import { datasetsCommand } from './commands/datasets.ts';
import { duplicatesCommand } from './commands/duplicates.ts';
import { importCommand } from './commands/import.ts';
import { locateCommand } from './commands/locate.ts';
import { proofCommand } from './commands/proof.ts';
import { retractCommand } from './commands/retract.ts';
import { ImportError, ImportStopped } from './import-error.ts';

const program = importCommand()
  // Else the flags of the other commands are taken for those of the import.
  .enablePositionalOptions()
  .addCommand(locateCommand())
  .addCommand(proofCommand())
  .addCommand(datasetsCommand())
  .addCommand(duplicatesCommand())
  .addCommand(retractCommand());

const expected = [ImportError, ConfigError, GraphUnavailableError, QueryTimedOutError];

try {
  await program.parseAsync();
} catch (error) {
  if (!expected.some((known) => error instanceof known)) throw error;
  console.error((error as Error).message);
  process.exitCode = error instanceof ImportStopped ? error.exitCode : 2;
}
