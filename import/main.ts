import { datasetsCommand } from './commands/datasets.ts';
import { duplicatesCommand } from './commands/duplicates.ts';
import { importCommand } from './commands/import.ts';
import { locateCommand } from './commands/locate.ts';
import { mergeCommand } from './commands/merge.ts';
import { mergesCommand } from './commands/merges.ts';
import { proofCommand } from './commands/proof.ts';
import { retractCommand } from './commands/retract.ts';
import { runProgram } from './commands/run-program.ts';
import { splitCommand } from './commands/split.ts';

const program = importCommand()
  // Else the flags of the other commands are taken for those of the import.
  .enablePositionalOptions()
  .addCommand(locateCommand())
  .addCommand(proofCommand())
  .addCommand(datasetsCommand())
  .addCommand(duplicatesCommand())
  .addCommand(retractCommand())
  .addCommand(mergeCommand())
  .addCommand(splitCommand())
  .addCommand(mergesCommand());

await runProgram(program);
