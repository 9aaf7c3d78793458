import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256OfEach } from './lock.ts';
import { fetchJars } from './maven.ts';

// Prints src/local/jars.sha256 for the pom as it is, from an empty Maven repository: what lies in
// the user's own may be broken.
const folder = await mkdtemp(join(tmpdir(), 'claimgraph-lock-'));
try {
  const jars = join(folder, 'jars');
  const problem = await fetchJars({ into: jars, repository: join(folder, 'repository') });
  if (problem) throw new Error(problem);
  const names = (await readdir(jars)).sort();
  const sums = await sha256OfEach(jars, names);
  process.stdout.write(names.map((name) => `${sums.get(name)}  ${name}\n`).join(''));
} finally {
  await rm(folder, { recursive: true, force: true });
}
