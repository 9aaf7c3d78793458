import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ConfigError } from '../errors.ts';
import { adminCommand } from './admin-command.ts';
import { startGuarded } from './guardian.ts';

interface Table {
  readonly header: string;
  readonly rows: string;
  /** Further rows, in whose texts lines may break. */
  readonly multiline: string | null;
}

/** Tables in the importer's own form of CSV. */
export interface OfflineFiles {
  /** By labels, as `Entity:Company`. */
  readonly nodes: Readonly<Record<string, Table>>;
  /** By type. */
  readonly relationships: Readonly<Record<string, Table>>;
  /** Between the elements of a list: one character. */
  readonly listSeparator: string;
}

/**
 * Loads tables into the empty database of a folder of a Neo4j that does not run. The importer ends when
 * this process does, or at the signal. Throws {@link ConfigError} with what it said.
 */
export async function importOffline(
  folder: string,
  { nodes, relationships, listSeparator }: OfflineFiles,
  signal?: AbortSignal,
): Promise<void> {
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  // Paths count as regular expressions where no such file is: ours, seen from the folder, are plain.
  const at = (path: string) => relative(folder, path);
  const filesOf = ({ header, rows, multiline }: Table) =>
    [header, rows, ...(multiline === null ? [] : [multiline])].map(at).join(',');
  const multiline = [...Object.values(nodes), ...Object.values(relationships)].flatMap((table) =>
    table.multiline === null ? [] : [at(table.multiline)],
  );
  const separator = listSeparator.charCodeAt(0).toString(16).padStart(4, '0');
  const args = [
    // The database's name directly behind: an option that takes several values would swallow it.
    ...['database', 'import', 'full', 'neo4j', '--id-type=integer', '--bad-tolerance=0'],
    ...['--max-off-heap-memory=1G', `--array-delimiter=U+${separator}`],
    `--report-file=${join(logs, 'offline-import.report')}`,
    ...(multiline.length === 0
      ? []
      : ['--multiline-fields-format=v2', `--multiline-fields=${multiline.join(',')}`]),
    ...Object.entries(nodes).map(([labels, table]) => `--nodes=${labels}=${filesOf(table)}`),
    ...Object.entries(relationships).map(
      ([type, table]) => `--relationships=${type}=${filesOf(table)}`,
    ),
  ];
  const logFile = join(logs, 'offline-import.log');
  // Is read although the importer may be killed before it begins.
  writeFileSync(logFile, '');
  const importer = await startGuarded({
    ...(await adminCommand(folder, args, () => {}, ['-Xmx1g'])),
    ...{ folder, logFile, pidFile: join(folder, 'offline-import.pid'), graceSeconds: 0 },
  });
  const end = () => importer.end();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  const { code } = await importer.exited.finally(() => signal?.removeEventListener('abort', end));
  signal?.throwIfAborted();
  if (code === 0) return;
  const said = readFileSync(logFile, 'utf8').slice(-2_000);
  throw new ConfigError([`Neo4j's offline importer ended with ${code}:\n${said}`]);
}
