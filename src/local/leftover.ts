import { existsSync, readFileSync, rmSync } from 'node:fs';
import { commandLineOf, endProcess } from './process-table.ts';
import { homeArgument, pidFileOf } from './run-neo4j.ts';

/**
 * Ends the Neo4j that a killed start has left on this folder. Its guardian does that within a
 * second or so; this is for the case that the guardian was killed too, or that we come first.
 * Only for the holder of the folder's lock.
 */
export async function endLeftover(folder: string, onFound: (pid: number) => void): Promise<void> {
  const file = pidFileOf(folder);
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  // After a reboot the number may be anybody's: only our Neo4j has our folder as an argument.
  if (pid > 0 && commandLineOf(pid).includes(`${homeArgument(folder)} `)) {
    onFound(pid);
    await endProcess(pid, 5_000);
  }
  rmSync(file, { force: true });
}
