import './production.ts';

import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { start } from './start.ts';

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(
    `Claimgraph cannot start.\n${error.problems.map((p) => `- ${p}\n`).join('')}`,
  );
  process.exit(1);
}
