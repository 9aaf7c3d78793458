import { createRequire } from 'node:module';

/** After an install without devDependencies there is nothing to build with, which is no failure. */
function hasVite(): boolean {
  try {
    createRequire(import.meta.url).resolve('vite/package.json');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

if (hasVite()) await (await import('./build.ts')).buildExplorer();
else process.stderr.write('The explorer is not built: that takes the devDependencies.\n');
